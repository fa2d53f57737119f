import type { IngestSummary } from '@vitrine/sdk';
import { describe, expect, it } from 'vitest';
import {
  changed,
  type FileState,
  type ImportedFile,
  isReady,
  isSameFile,
  isUnderWay,
} from '../../src/import/imported-files.ts';
import { RequestError } from '../../src/server/request.ts';

const file = (id: number): ImportedFile => ({
  id,
  file: new File(['a'], `${id}.csv`, { lastModified: id }),
  told: {},
  asked: [],
  state: { is: 'waiting' },
});
const summaryOf = (records: IngestSummary['records']) => ({ batch: 1, records, rejected: 0 }) as IngestSummary;
const seen = (records: IngestSummary['records']): FileState => ({
  is: 'seen',
  taken: { summary: summaryOf(records), refusal: undefined },
});
const asking = (asks: string): FileState => ({
  is: 'unreadable',
  error: new RequestError(400, 'ingest-refused', `no ${asks}`, { asks }),
});
const inState = (state: FileState) => changed([file(1)], { change: 'state', id: 1, state })[0] as ImportedFile;

describe('files on their way in', () => {
  it('stand in the order they came, each in its own state', () => {
    let files = changed([], { change: 'add', files: [file(1), file(2), file(3)] });
    files = changed(files, { change: 'state', id: 2, state: { is: 'looking', sent: 0.5 } });
    files = changed(files, { change: 'remove', id: 1 });
    expect(files.map(({ id, state }) => [id, state.is])).toEqual([
      [2, 'looking'],
      [3, 'waiting'],
    ]);
  });

  it('keep all that the server asked for, also when it asks for one thing after the other', () => {
    let files = changed([file(1)], { change: 'state', id: 1, state: asking('region') });
    files = changed(files, { change: 'tell', id: 1, told: { region: 'US' } });
    expect(files[0]?.state).toEqual({ is: 'waiting' });
    files = changed(files, { change: 'state', id: 1, state: asking('day') });
    files = changed(files, { change: 'state', id: 1, state: asking('region') });
    expect(files[0]).toMatchObject({ told: { region: 'US' }, asked: ['region', 'day'] });
  });

  it('can go in when something of them would, or when they did not get in before', () => {
    expect(isReady(inState(seen({ product: 1 })))).toBe(true);
    expect(isReady(inState(seen({})))).toBe(false);
    expect(isReady(inState({ is: 'failed', error: new Error('gone') }))).toBe(true);
    expect(isReady(inState(asking('day')))).toBe(false);
    expect([inState({ is: 'going', sent: 1 }), file(1), inState(seen({}))].map(isUnderWay)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('are the same when a browser tells no difference', () => {
    expect(isSameFile(file(1).file, file(1).file)).toBe(true);
    expect(isSameFile(file(1).file, file(2).file)).toBe(false);
  });
});
