import type { IngestSummary } from '@vitrine/sdk';
import { useFormats } from '../format/formats.ts';
import { type Messages, useMessages } from '../messages/messages.tsx';
import type { Readable } from '../server/imports.ts';
import styles from './Records.module.css';

/** Whose a file is, and how many records of which kinds go in. */
export function Records({ summary, readable }: { readonly summary: IngestSummary; readonly readable: Readable }) {
  const t = useMessages();
  const formats = useFormats();
  const { firstRecords = [], records } = summary;
  const counts = Object.entries(records);
  if (counts.length === 0) return null;
  return (
    <div className={styles['records']}>
      <p>{sourceInWords(t, summary, readable)}</p>
      <dl>
        {counts.map(([kind, count]) => (
          <div key={kind}>
            <dt>{t.find(`import.kind.${kind}`) ?? kind}</dt>
            <dd>{formats.count(count)}</dd>
          </div>
        ))}
      </dl>
      {firstRecords.length > 0 && (
        <details>
          <summary>{t('import.first')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <pre tabIndex={0}>{firstRecords.map((record) => JSON.stringify(record, undefined, 2)).join('\n')}</pre>
        </details>
      )}
    </div>
  );
}

/** Of files of several sources, or that may be of one or the other, the names stand as the server has them. */
function sourceInWords(t: Messages, { from }: IngestSummary, { sources }: Readable): string {
  if (from === undefined) return t('import.own');
  return t('import.recognised', { source: sources.find(({ name }) => name === from)?.title ?? from });
}
