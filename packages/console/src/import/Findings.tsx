import type { IngestSummary, LeftOutField, Reject } from '@vitrine/sdk';
import { type Messages, useMessages } from '../messages/messages.tsx';
import styles from './Findings.module.css';

/** What of a file does not go in, or looks wrong, in the server's words. */
export function Findings({ summary }: { readonly summary: IngestSummary }) {
  const t = useMessages();
  const lines = [...skipped(t, summary), ...leftOut(t, summary), ...doubts(t, summary)];
  const { firstRejects, rejected, rejectsFile } = summary;
  if (lines.length === 0 && rejected === 0) return null;
  return (
    <section className={styles['findings']}>
      {rejected > 0 && <Rejects rejects={firstRejects} count={rejected} />}
      {rejectsFile !== undefined && <p>{t('import.rejectsFile', { file: rejectsFile })}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Rejects({ rejects, count }: { readonly rejects: readonly Reject[]; readonly count: number }) {
  const t = useMessages();
  const shown = new Set(rejects.map(({ line }) => line)).size;
  return (
    <div className={styles['rejects']}>
      <table>
        <caption>{t('import.rejected', { count })}</caption>
        <thead>
          <tr>
            <th>{t('import.line')}</th>
            <th>{t('import.field')}</th>
            <th>{t('import.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rejects.map((reject) => (
            <tr key={`${reject.line} ${reject.field} ${reject.reason}`}>
              <td>{reject.line}</td>
              <td>{placeOf(reject)}</td>
              <td>{reject.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown < count && <p>{t('import.moreRejected', { count: count - shown })}</p>}
    </div>
  );
}

/** The column as the file heads it, and our field behind it where that is called otherwise. */
function placeOf({ field, column }: Pick<Reject, 'field' | 'column'>): string {
  return column === undefined || column === field || field.endsWith(`.${column}`) ? field : `${column} (${field})`;
}

function skipped(t: Messages, summary: IngestSummary): readonly string[] {
  const { descriptionRows = 0, forgotten = 0, nothing, totalRows = 0 } = summary;
  return [
    ...(nothing === undefined ? [] : [nothing]),
    ...(forgotten > 0 ? [t('import.forgotten', { count: forgotten })] : []),
    ...(totalRows > 0 ? [t('import.totalRows', { count: totalRows })] : []),
    ...(descriptionRows > 0 ? [t('import.descriptionRows', { count: descriptionRows })] : []),
  ];
}

function leftOut(t: Messages, { leftOut: fields = [], mended = [] }: IngestSummary): readonly string[] {
  return [
    ...fields.map((field) => leftOutInWords(t, field)),
    ...mended.map(({ field, from, to, count }) => t('import.mended', { field, from, to, count })),
  ];
}

function leftOutInWords(t: Messages, field: LeftOutField): string {
  const [first] = field.examples;
  const said = { field: placeOf(field), count: field.count };
  if (first === undefined) return t('import.leftOut', said);
  return t('import.leftOutAsIn', { ...said, line: first.line, reason: first.reason });
}

const unknownShownMax = 10;

/** Of unknown fields those that look misspelt first. */
function doubts(t: Messages, { meantFields = {}, suspicions = [], unknownFields }: IngestSummary): readonly string[] {
  const names = Object.keys(unknownFields).sort((a, b) => Number(b in meantFields) - Number(a in meantFields));
  const more = names.length - unknownShownMax;
  return [
    ...names.slice(0, unknownShownMax).map((field) => {
      const said = { field, count: unknownFields[field] ?? 0 };
      const meant = meantFields[field];
      return meant === undefined ? t('import.unknown', said) : t('import.misspelt', { ...said, meant });
    }),
    ...(more > 0 ? [t('import.moreUnknown', { count: more })] : []),
    ...suspicions.map(({ field, message, examples }) => [`${field}: ${message}`, ...examples].join(' · ')),
  ];
}
