import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it, vi } from 'vitest';
import { Marks } from '../../src/charts/TimeChart.tsx';
import { type TimeData, timeMarks } from '../../src/charts/time-chart.ts';
import { LanguageProvider, loadLanguage, type Messages } from '../../src/messages/messages.tsx';

const frame = { widthPx: 640, heightPx: 240, leftPx: 52, rightPx: 14, topPx: 10, bottomPx: 26 };
const days = Array.from({ length: 14 }, (_, i) => `2026-08-${String(i + 1).padStart(2, '0')}`);
const charts: Readonly<Record<string, TimeData>> = {
  'one-series': { days, series: [{ name: 'Units a day', values: days.map((_, i) => (i * 37) % 101) }] },
  'days-unknown': {
    days,
    series: [{ name: 'Price', values: days.map((_, i) => (i % 5 === 3 || i === 0 ? null : 12.5 + i)) }],
  },
  'five-series': {
    days,
    series: Array.from({ length: 5 }, (_, n) => ({
      name: `Product ${n + 1}`,
      values: days.map((_, i) => 1_000 * (n + 1) + i * i * n),
    })),
  },
  'one-day': { days: days.slice(0, 1), series: [{ name: 'Units a day', values: [7] }] },
  'nothing-sold': { days, series: [{ name: 'Units a day', values: days.map(() => 0) }] },
  'followers-lost': { days, series: [{ name: 'Followers won', values: days.map((_, i) => 40 - i * 9) }] },
};

let messages: Messages;
beforeAll(async () => {
  vi.stubGlobal('navigator', { languages: ['en-US'] });
  messages = await loadLanguage('en');
});

it.each(Object.keys(charts))('the chart %s is drawn as it was', async (name) => {
  const data = charts[name] ?? { days: [], series: [] };
  const svg = renderToStaticMarkup(
    <LanguageProvider first={messages}>
      <Marks
        title={name}
        data={data}
        marks={timeMarks(data, frame)}
        widthPx={frame.widthPx}
        at={3}
        write={String}
        writeShort={String}
      />
    </LanguageProvider>,
  );
  // Names of classes end in where their file is.
  const lines = svg.replaceAll('><', '>\n<').replaceAll(/_(\w+?)_[\da-f]+/g, '$1');
  await expect(`${lines}\n`).toMatchFileSnapshot(`golden/${name}.svg`);
});
