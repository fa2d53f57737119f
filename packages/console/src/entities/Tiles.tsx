import { useState } from 'react';
import type { EntityKind } from '../explore/entities.ts';
import { currencyOf, labelOf, labelText, written } from '../format/fields.ts';
import { type Formats, useFormats } from '../format/formats.ts';
import { type Messages, useMessages } from '../messages/messages.tsx';
import type { Endpoint, Field, Row } from '../server/catalogue.ts';
import { Choices } from '../ui/Choices.tsx';
import { Explained } from './Explained.tsx';
import type { PageParts } from './parts.ts';
import { sureOf } from './sure.ts';
import styles from './Tiles.module.css';

export interface TilesProps {
  readonly kind: EntityKind;
  readonly id: string;
  readonly endpoint: Endpoint;
  readonly row: Row;
  readonly parts: PageParts;
}

/** The numbers of a thing: those of a window that is switched, and those of all days. */
export function Tiles({ kind, id, endpoint, row, parts }: TilesProps) {
  const of = { kind, id, endpoint, row };
  const t = useMessages();
  const measured = endpoint.fields.filter(({ window }) => window !== undefined && parts.measures.includes(window.of));
  const windows = [...new Set(measured.map(({ window }) => window?.days ?? 0))].sort((a, b) => a - b);
  const [days, setDays] = useState(windows.includes(30) ? 30 : (windows.at(-1) ?? 0));
  const inWindow = parts.measures.flatMap(
    (of) => measured.find(({ window }) => window?.of === of && window.days === days) ?? [],
  );
  const totals = parts.totals.flatMap((name) => endpoint.fields.find((field) => field.name === name) ?? []);
  return (
    <section className={styles['tiles']} aria-label={t('thing.numbers')}>
      {windows.length > 0 && (
        <Choices
          label={t('thing.window')}
          values={windows}
          chosen={days}
          onChoose={setDays}
          write={(each) => t('window.days', { days: each })}
        />
      )}
      <dl className={styles['large']}>
        {inWindow.map((field) => (
          <Tile key={field.name} {...of} field={field} label={labelOf(t, field).name} />
        ))}
      </dl>
      {inWindow.length > 0 && <h2 className={styles['caption']}>{t('thing.total')}</h2>}
      <dl className={styles['small']}>
        {totals.map((field) => (
          <Tile key={field.name} {...of} field={field} label={labelText(t, field)} />
        ))}
      </dl>
    </section>
  );
}

interface TileProps extends Omit<TilesProps, 'parts'> {
  readonly field: Field;
  readonly label: string;
}

function Tile({ kind, id, endpoint, row, field, label }: TileProps) {
  const t = useMessages();
  const formats = useFormats();
  const text = written(formats, t, endpoint, field, row) ?? '–';
  const sure = sureOf(row, field.name);
  return (
    <div className={styles['tile']}>
      <dt title={field.description}>{label}</dt>
      <dd>
        <Explained kind={kind} id={id} field={field} label={labelText(t, field)}>
          <span title={text}>{shortened(formats, field, row) ?? text}</span>
        </Explained>
        {(field.estimated || sure !== undefined) && (
          <small title={field.description}>
            {sure === undefined ? t('sure.estimated') : sureText(t, formats, sure)}
          </small>
        )}
      </dd>
    </div>
  );
}

function sureText(t: Messages, formats: Formats, { basis, low, high }: NonNullable<ReturnType<typeof sureOf>>): string {
  if (low === high) return t.find(`sure.${basis}`) ?? basis;
  return t('sure.between', {
    basis: t.find(`sure.${basis}`) ?? basis,
    low: formats.count(low),
    high: formats.count(high),
  });
}

/** Large amounts are shortened; the tooltip has them in full. */
function shortened(formats: Formats, { kind, name }: Field, row: Row): string | undefined {
  const value = Number(row[name]);
  if (kind === 'amount' && Math.abs(value) >= 1_000_000) return formats.compactMoney(value, currencyOf(row));
  if (kind === 'count' && Math.abs(value) >= 10_000_000 && !/time/.test(name)) return formats.compact(value);
  return undefined;
}
