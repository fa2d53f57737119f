import { IngestError } from '../ingest-error.ts';
import { placeOf, type RejectLog } from './rejects.ts';

/** `the first is line 17: product_id: expected …` */
export function firstInWords([first]: RejectLog['first']): string {
  const { line, field, reason, ...of } = first ?? { line: 0, field: '', reason: '' };
  return `the first is line ${line}: ${field === '' ? '' : `${placeOf({ field, ...of })}: `}${reason}`;
}

/** What a strict run does with lines that were not taken in. @param name of the file. @throws IngestError `refused` */
export function refuseRejected(name: string, { count, first }: Pick<RejectLog, 'count' | 'first'>): void {
  if (count === 0) return;
  const example = firstInWords(first);
  throw new IngestError('refused', `${name} has ${count} invalid ${count === 1 ? 'line' : 'lines'}; ${example}`);
}
