import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../server/src/catalogue/catalogue.ts';
import { explained } from '../../server/src/catalogue/explained.ts';

const folder = fileURLToPath(new URL('../src/messages/', import.meta.url));
const sources = fileURLToPath(new URL('../src/', import.meta.url));
const messagesOf = (file: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(folder + file, 'utf8'));
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const english = messagesOf('en.json');

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[},]/g)].map(([, name]) => name))].sort();

describe.each(files)('the messages of %s', (file) => {
  const messages = messagesOf(file);

  it('are all there are in English, and no others', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it('can be read, say something, and name the same values', () => {
    for (const [id, text] of Object.entries(messages)) {
      expect(() => compileMessage(text), id).not.toThrow();
      expect(text.trim(), id).not.toBe('');
      expect(placeholders(text), id).toEqual(placeholders(english[id] ?? ''));
    }
  });

  it('name every measure that a table can show', () => {
    const endpoints = catalogue.filter(({ kind }) => kind === 'list' || kind === 'ranking' || kind === 'trend');
    const measures = endpoints.flatMap(({ row }) =>
      row.map(({ name, window }) => window?.of ?? name.replace(/_(\d+)d_/, '_Nd_')),
    );
    const lacking = [...new Set(measures)].filter((measure) => !(`field.${measure}` in messages));
    expect(lacking.filter((measure) => !isWindowOfOther(measure, messages))).toEqual([]);
  });

  it('name every way a number is known, and every kind of part it can have', () => {
    const measures = explained.flatMap((kind) => Object.values(kind.measures));
    const parts = measures.flatMap(({ breakdowns = [], sums = [] }) => [...breakdowns, ...sums.map(({ of }) => of)]);
    const ids = [...measures.map(({ basis }) => `sure.${basis}`), ...parts.map(({ by }) => `explain.by.${by}`)];
    expect([...new Set(ids)].filter((id) => !(id in messages))).toEqual([]);
  });
});

/** A single window of a measure may have its own name. */
function isWindowOfOther(measure: string, messages: Readonly<Record<string, string>>): boolean {
  const pattern = new RegExp(`^field\\.${measure.replace('_Nd_', '_\\d+d_')}$`);
  return Object.keys(messages).some((id) => pattern.test(id));
}

describe('the messages of the console', () => {
  it('are all used', () => {
    const code = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(sources + file, 'utf8'))
      .join('\n');
    const madeUp = [...code.matchAll(/[`']([\w.]+)\.\$\{/g)].map(([, prefix]) => `${prefix}.`);
    const unused = Object.keys(english).filter(
      (id) => !code.includes(`'${id}'`) && !madeUp.some((prefix) => id.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});
