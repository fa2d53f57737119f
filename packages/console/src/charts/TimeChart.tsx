import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useFormats } from '../format/formats.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './TimeChart.module.css';
import { nearestDay, type TimeData, type TimeMarks, timeMarks } from './time-chart.ts';

export interface TimeChartProps {
  readonly title: string;
  readonly data: TimeData;
  /** How values are written in full, and on the axis. */
  write(value: number): string;
  writeShort(value: number): string;
}

const heightPx = 240;
const margins = { leftPx: 52, rightPx: 14, topPx: 10, bottomPx: 26 };

/** Days as lines, with a crosshair that the arrow keys move, a summary in words, and the same numbers as a table. */
export function TimeChart(props: TimeChartProps) {
  const { title, data } = props;
  const t = useMessages();
  const place = useRef<HTMLDivElement>(null);
  const widthPx = useWidth(place);
  const marks = useMemo(() => timeMarks(data, { widthPx, heightPx, ...margins }), [data, widthPx]);
  const [at, setAt] = useState<number>();
  const [isTable, setTable] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextDay(event.key, at ?? data.days.length, data.days.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <figure className={styles['figure']}>
      <div
        ref={place}
        className={styles['chart']}
        role="application"
        aria-label={summary(props, t)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the crosshair
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={(event) =>
          setAt(nearestDay(marks, event.clientX - event.currentTarget.getBoundingClientRect().left))
        }
        onPointerLeave={() => setAt(undefined)}
        onBlur={() => setAt(undefined)}
      >
        <Marks {...props} marks={marks} widthPx={widthPx} at={at} />
        {at !== undefined && <Tooltip {...props} marks={marks} at={at} widthPx={widthPx} />}
      </div>
      <Button
        look="quiet"
        className={styles['toggle'] ?? ''}
        aria-expanded={isTable}
        onClick={() => setTable(!isTable)}
      >
        {t(isTable ? 'chart.hideTable' : 'chart.showTable')}
      </Button>
      {isTable && <Numbers {...props} title={title} />}
    </figure>
  );
}

interface MarksProps extends TimeChartProps {
  readonly marks: TimeMarks;
  readonly widthPx: number;
  readonly at: number | undefined;
}

/** The marks as SVG. */
export function Marks({ marks, widthPx, at, writeShort }: MarksProps) {
  const formats = useFormats();
  const x = at === undefined ? undefined : marks.xPxs[at];
  return (
    <svg width={widthPx} height={heightPx} aria-hidden="true">
      {marks.valueTicks.map(({ value, yPx }) => (
        <g key={value}>
          <line className={styles['grid']} x1={margins.leftPx} x2={widthPx - margins.rightPx} y1={yPx} y2={yPx} />
          <text className={styles['tick']} x={margins.leftPx - 8} y={yPx + 4} textAnchor="end">
            {writeShort(value)}
          </text>
        </g>
      ))}
      {marks.dayTicks.map(({ day, xPx }) => (
        <text
          key={day}
          className={styles['tick']}
          x={xPx}
          y={heightPx - 8}
          textAnchor={xPx > widthPx - 40 ? 'end' : 'middle'}
        >
          {formats.shortDay(day)}
        </text>
      ))}
      {marks.lines.map(({ name, path, fill, dots }, i) => (
        <g key={name} className={styles['series']} data-series={i + 1}>
          {marks.lines.length === 1 && <path className={styles['fill']} d={fill} />}
          <path className={styles['line']} d={path} />
          {dots.map(({ xPx, yPx }) => (
            <circle key={xPx} cx={xPx} cy={yPx} r={2.5} />
          ))}
        </g>
      ))}
      {x !== undefined && (
        <line className={styles['cross']} x1={x} x2={x} y1={margins.topPx} y2={heightPx - margins.bottomPx} />
      )}
    </svg>
  );
}

function Tooltip({ data, marks, at, widthPx, write }: MarksProps & { readonly at: number }) {
  const t = useMessages();
  const formats = useFormats();
  const x = marks.xPxs[at] ?? 0;
  const style = x > widthPx / 2 ? { right: widthPx - x + 12 } : { left: x + 12 };
  return (
    <div className={styles['tooltip']} style={style} role="status">
      <b>{formats.day(data.days[at] ?? '')}</b>
      {data.series.map(({ name, values }, i) => (
        <span key={name} data-series={i + 1}>
          {name} <b>{values[at] === null || values[at] === undefined ? t('unknown') : write(values[at])}</b>
        </span>
      ))}
    </div>
  );
}

function Numbers({ title, data, write }: TimeChartProps) {
  const t = useMessages();
  const formats = useFormats();
  return (
    <div className={styles['numbers']}>
      <table>
        <caption className="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.day')}</th>
            {data.series.map(({ name }) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.days
            .map((day, i) => (
              <tr key={day}>
                <th scope="row">{formats.day(day)}</th>
                {data.series.map(({ name, values }) => (
                  <td key={name}>{values[i] === null || values[i] === undefined ? '–' : write(values[i])}</td>
                ))}
              </tr>
            ))
            .reverse()}
        </tbody>
      </table>
    </div>
  );
}

/** One sentence of what the lines show. */
function summary({ title, data, write }: TimeChartProps, t: ReturnType<typeof useMessages>): string {
  const { days, series } = data;
  const words = series.map(({ name, values }) => {
    const known = values.filter((value) => value !== null);
    if (known.length === 0) return t('chart.summaryNothing', { name });
    const highest = Math.max(...known);
    const day = days[values.indexOf(highest)] ?? '';
    return t('chart.summary', { name, last: write(known.at(-1) ?? 0), highest: write(highest), day });
  });
  return [title, ...words, t('chart.keys')].join('. ');
}

function nextDay(key: string, at: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: count - 1 };
  const next = steps[key];
  return next === undefined ? undefined : Math.max(0, Math.min(count - 1, next));
}

function useWidth(place: { readonly current: HTMLDivElement | null }): number {
  const [widthPx, setWidthPx] = useState(720);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidthPx(Math.max(200, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return widthPx;
}
