import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { isNumeric, labelOf, written } from '../format/fields.ts';
import type { Formats } from '../format/formats.ts';
import type { Messages } from '../messages/messages.tsx';
import type { Endpoint, Field, Row } from '../server/catalogue.ts';
import type { Column } from '../table/RowTable.tsx';
import { Picture } from '../ui/Picture.tsx';
import styles from './columns.module.css';
import { type EntityKind, entities, type Subject as SubjectOf } from './entities.ts';
import { columnFields, type View } from './view.ts';

export interface ColumnParts {
  readonly endpoint: Endpoint;
  readonly subject: SubjectOf;
  /** Market of the pages that rows lead to. */
  readonly region: string;
  readonly view: View;
  readonly t: Messages;
  readonly formats: Formats;
  readonly isCompact: boolean;
  /** Puts an order into the address of the page. */
  onSort(change: { readonly sort: string; readonly order: string | undefined }): void;
}

/** What a row is about, and the columns of its view. */
export function rowColumns(parts: ColumnParts): readonly Column<Row>[] {
  return [subjectColumn(parts), ...columnFields(parts.endpoint, parts.view).map((field) => fieldColumn(parts, field))];
}

function subjectColumn({ subject, region, t, isCompact }: ColumnParts): Column<Row> {
  return {
    id: 'subject',
    widthPx: 300,
    header: t(`subject.${subject.kind}`),
    cell: (row, index) => (
      <Subject subject={subject} row={row} rank={index + 1} region={region} isCompact={isCompact} />
    ),
  };
}

export interface SubjectProps {
  readonly subject: SubjectOf;
  readonly row: Row;
  readonly rank?: number;
  readonly region: string;
  readonly isCompact?: boolean;
}

/** What a row is about: its picture, its name and a second line. */
export function Subject({ subject, row, rank, region, isCompact = false }: SubjectProps) {
  const id = String(row[subject.id]);
  const name = nameOf(subject, row);
  const subtitle = String(row[subject.subtitle] ?? '');
  return (
    <span className={styles['subject']}>
      {rank !== undefined && <span className={styles['rank']}>{rank}</span>}
      <Picture
        value={String(row[subject.picture] ?? '')}
        name={name}
        shape={subject.pictureShape}
        sizePx={isCompact ? 24 : 36}
      />
      <span className={styles['words']}>
        {isEntity(subject.kind) ? (
          <Link
            to={`/${subject.kind}/$id`}
            params={{ id }}
            search={{ region } as never}
            className={styles['name']}
            tabIndex={-1}
          >
            {name}
          </Link>
        ) : (
          <span className={styles['name']} title={name}>
            {name}
          </span>
        )}
        {!isCompact && subtitle !== '' && subtitle !== name && (
          <span className={styles['subtitle']}>{subject.subtitle === 'unique_id' ? `@${subtitle}` : subtitle}</span>
        )}
      </span>
    </span>
  );
}

/** Whether things of a kind have a page each. */
export function isEntity(kind: SubjectOf['kind']): kind is EntityKind {
  return kind in entities;
}

/** What a thing is called; its id where no name is known. */
export function nameOf({ names, id }: SubjectOf, row: Row): string {
  return String(names.map((name) => row[name]).find((value) => value !== undefined && value !== '') ?? row[id] ?? '');
}

function fieldColumn(parts: ColumnParts, field: Field): Column<Row> {
  const { endpoint, t, formats, view } = parts;
  const align = isNumeric(field) ? 'right' : undefined;
  const isSorted = view.sort === field.name;
  return {
    id: field.name,
    widthPx: widthPx(field),
    align,
    sorted: isSorted ? (view.isDescending ? 'descending' : 'ascending') : undefined,
    header: <Header {...parts} field={field} isSorted={isSorted} />,
    cell: (row) => <Value text={written(formats, t, endpoint, field, row)} field={field} row={row} t={t} />,
  };
}

function widthPx({ kind, name, window }: Field): number {
  if (kind === 'amount') return 140;
  if (kind === 'text') return 170;
  if (kind === 'id') return 180;
  if (/time|timestamp/.test(name)) return 192;
  return window === undefined ? 122 : 114;
}

function Header({
  endpoint,
  view,
  t,
  onSort,
  field,
  isSorted,
}: ColumnParts & { readonly field: Field; readonly isSorted: boolean }) {
  const { name, window } = labelOf(t, field);
  const words = (
    <span className={styles['words']}>
      <span className={styles['measure']}>{name}</span>
      {window !== undefined && <span className={styles['window']}> {window}</span>}
      {field.estimated && <span className={styles['window']}> {t('sure.estimated')}</span>}
    </span>
  );
  if (!endpoint.sortFields.includes(field.name)) return <span title={field.description}>{words}</span>;
  const isAscendingNext = isSorted && view.isDescending;
  const Arrow = isSorted && !view.isDescending ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      className={styles['sort']}
      data-sorted={isSorted || undefined}
      title={field.description}
      onClick={() => onSort({ sort: field.name, order: isAscendingNext ? 'ascending' : undefined })}
    >
      {words}
      <span className="hidden"> {t(isAscendingNext ? 'explore.lowestFirst' : 'explore.highestFirst')}</span>
      <Arrow />
    </button>
  );
}

interface ValueProps {
  readonly text: string | undefined;
  readonly field: Field;
  readonly row: Row;
  readonly t: Messages;
}

function Value({ text, field, row, t }: ValueProps) {
  if (text === undefined)
    return (
      <span className={styles['unknown']} title={t('unknown')}>
        –
      </span>
    );
  if (field.name === 'sales_trend_flag')
    return (
      <span className={styles['trend']} data-trend={row[field.name]}>
        {text}
      </span>
    );
  if (field.name.startsWith('total_followers_') && Number(row[field.name]) < 0)
    return <span className={styles['negative']}>{text}</span>;
  return (
    <span className={styles['value']} title={field.kind === 'text' || field.kind === 'json' ? text : undefined}>
      {text}
    </span>
  );
}
