import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Journal } from '../../src/mirror/journal/journal.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'vitrine-journal-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const person = 'somebody-whose-rows-were-here';
/** More than a page of the database. */
const body = JSON.stringify({ data: Array.from({ length: 500 }, () => ({ unique_id: person })) });

function answered(journal: Journal): number {
  const call = journal.begin('2026-08-12', '/v1/tiktok/product/creators/analytics', 0);
  journal.answered(call, '2026-08-12', { outcome: 'kept', status: 200, credits: 1, asOf: '2026-08-11', body });
  return call;
}

/** The bytes of the journal and of the files beside it. */
function bytes(): string {
  return readdirSync(directory)
    .map((name) => readFileSync(join(directory, name), 'latin1'))
    .join('');
}

test.each(['ingested', 'unreadable'] as const)(
  'no byte of a response that was %s stays in the files of the journal',
  (end) => {
    const journal = Journal.open(directory);
    const [call = 0, other = 0] = [1, 2].map(() => answered(journal));
    // It is in the database itself now, and no longer in its write-ahead log alone.
    journal.unreadable(other);
    expect(bytes().includes(person)).toBe(true);
    if (end === 'ingested') journal.ingested('2026-08-11', call, 7);
    else journal.unreadable(call);
    expect(bytes().includes(person)).toBe(false);
    journal.close();
    expect(bytes().includes(person)).toBe(false);
  },
);
