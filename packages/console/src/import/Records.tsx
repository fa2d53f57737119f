import type { IngestSummary } from '@vitrine/sdk';
import { useFormats } from '../format/formats.ts';
import { useMessages } from '../messages/messages.tsx';
import styles from './Records.module.css';

/** How many records of which kinds go in. */
export function Records({ summary }: { readonly summary: IngestSummary }) {
  const t = useMessages();
  const formats = useFormats();
  const { firstRecords = [], records } = summary;
  const counts = Object.entries(records).sort(([, one], [, other]) => other - one);
  if (counts.length === 0) return null;
  return (
    <div className={styles['records']}>
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
