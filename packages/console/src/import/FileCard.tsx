import type { IngestSummary } from '@vitrine/sdk';
import { X } from 'lucide-react';
import { type Messages, useMessages } from '../messages/messages.tsx';
import type { Readable, Told } from '../server/imports.ts';
import { Button } from '../ui/Button.tsx';
import styles from './FileCard.module.css';
import { Findings } from './Findings.tsx';
import { type FileState, type ImportedFile, isReady, isUnderWay } from './imported-files.ts';
import { Records } from './Records.tsx';
import { TellForm } from './TellForm.tsx';

export interface FileCardProps {
  readonly imported: ImportedFile;
  readonly readable: Readable;
  onTell(told: Told): void;
  onRemove(): void;
}

/** A file: whose it is, what would go in of it and what not, and what has to be told. */
export function FileCard({ imported, readable, onTell, onRemove }: FileCardProps) {
  const t = useMessages();
  const { file, state } = imported;
  const headline = headlineOf(imported);
  const taken = 'taken' in state ? state.taken : undefined;
  const message = 'error' in state ? state.error.message : taken?.refusal;
  return (
    <li className={styles['card']} data-look={headline.look} aria-labelledby={`file-${imported.id}`}>
      <header>
        <h3 id={`file-${imported.id}`}>{file.name}</h3>
        <small>{sizeOf(file.size, t.locale)}</small>
        <Button
          look="quiet"
          icon={<X />}
          aria-label={t('import.remove', { file: file.name })}
          disabled={state.is === 'going'}
          onClick={onRemove}
        />
      </header>
      {taken !== undefined && <p className={styles['source']}>{sourceInWords(t, taken.summary, readable)}</p>}
      <p role="status" className={styles['state']}>
        {t(`import.state.${headline.id}`)}
        {message !== undefined && <span className={styles['message']}>{message}</span>}
      </p>
      {(state.is === 'looking' || state.is === 'going') && (
        <progress
          max={1}
          // All of it has left, and is still being read there: how far is not known.
          {...(state.sent < 1 && { value: state.sent })}
          aria-label={t(`import.state.${state.is}`)}
        />
      )}
      {taken !== undefined && <Records summary={taken.summary} />}
      {taken !== undefined && <Findings summary={taken.summary} />}
      {state.is !== 'in' && !isUnderWay(imported) && (
        <TellForm key={imported.asked.join()} imported={imported} readable={readable} onTell={onTell} />
      )}
    </li>
  );
}

/** Of files of several sources, or that may be of one or the other, the names stand as the server has them. */
function sourceInWords(t: Messages, { from, records }: IngestSummary, { sources }: Readable): string {
  if (from !== undefined)
    return t('import.recognised', { source: sources.find(({ name }) => name === from)?.title ?? from });
  return Object.keys(records).length === 0 ? t('import.unrecognised') : t('import.own');
}

interface Headline {
  readonly id: FileState['is'] | 'asked' | 'askedKind' | 'nothing';
  readonly look: 'plain' | 'good' | 'bad' | 'open';
}

function headlineOf(imported: ImportedFile): Headline {
  const { asked, state, told } = imported;
  if (state.is === 'seen' && !isReady(imported)) return { id: 'nothing', look: 'bad' };
  const lacking = asked.filter((name) => told[name] === undefined);
  if (state.is === 'unreadable' && lacking.length > 0)
    return { id: lacking.includes('kind') ? 'askedKind' : 'asked', look: 'open' };
  return { id: state.is, look: looks[state.is] };
}

const looks: Readonly<Record<FileState['is'], Headline['look']>> = {
  waiting: 'plain',
  looking: 'plain',
  going: 'plain',
  seen: 'open',
  in: 'good',
  unreadable: 'bad',
  failed: 'bad',
};

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function sizeOf(bytes: number, locale: string): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = units[power] ?? 'byte';
  const options = {
    style: 'unit',
    unit,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  } as const;
  return new Intl.NumberFormat(locale, options).format(bytes / 1000 ** power);
}
