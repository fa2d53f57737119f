import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo } from 'react';
import { isNumeric, labelOf, written } from '../format/fields.ts';
import { type Formats, useFormats } from '../format/formats.ts';
import { type Messages, useMessages } from '../messages/messages.tsx';
import type { Endpoint, Field, Row } from '../server/catalogue.ts';
import type { Cell, Column } from '../table/RowTable.tsx';
import { Picture } from '../ui/Picture.tsx';
import styles from './columns.module.css';
import { type EntityKind, entities, type Subject as SubjectOf } from './entities.ts';
import { columnFields, type View } from './view.ts';

interface CellParts {
  readonly endpoint: Endpoint;
  readonly subject: SubjectOf;
  /** Market of the pages that rows lead to. */
  readonly region: string;
  readonly isCompact?: boolean;
}

interface HeadingParts {
  readonly view: View;
  /** Puts an order into the address of the page; absent: the order is not chosen here. */
  onSort?(change: { readonly sort: string; readonly order: string | undefined }): void;
}

interface Written {
  readonly t: Messages;
  readonly formats: Formats;
}

/**
 * What a row is about, and the columns of its view. Cells stay the same as long as what they say does: an order or a
 * filter changes headings alone.
 */
export function useRowColumns(parts: CellParts & HeadingParts): readonly Column<Row>[] {
  const { endpoint, subject, region, isCompact, view, onSort } = parts;
  const t = useMessages();
  const formats = useFormats();
  const names = view.columns.join();
  const cells = useMemo(() => {
    const fields = columnFields(endpoint, names === '' ? [] : names.split(','));
    const ofFields = fields.map((field) => [field, fieldCell(endpoint, { t, formats }, field)] as const);
    return { subject: subjectCell({ endpoint, subject, region, isCompact: isCompact ?? false }), ofFields };
  }, [endpoint, subject, region, isCompact, names, t, formats]);
  return useMemo(() => {
    const heading = { endpoint, view, t, ...(onSort && { onSort }) };
    const columns = cells.ofFields.map(([field, cell]) => fieldColumn(heading, field, cell));
    return [{ ...cells.subject, widthPx: 300, header: t(`subject.${subject.kind}`) }, ...columns];
  }, [cells, endpoint, subject, view, t, onSort]);
}

function subjectCell({ subject, region, isCompact }: Required<CellParts>): Cell<Row> {
  return {
    id: 'subject',
    cell: (row, index) => (
      <Subject subject={subject} row={row} rank={index + 1} region={region} isCompact={isCompact} />
    ),
  };
}

function fieldCell(endpoint: Endpoint, { t, formats }: Written, field: Field): Cell<Row> {
  return {
    id: field.name,
    align: isNumeric(field) ? 'right' : undefined,
    cell: (row) => <Value text={written(formats, t, endpoint, field, row)} field={field} row={row} t={t} />,
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

interface HeaderParts extends HeadingParts {
  readonly endpoint: Endpoint;
  readonly t: Messages;
}

function fieldColumn(parts: HeaderParts, field: Field, cell: Cell<Row>): Column<Row> {
  const { view, onSort } = parts;
  const isSorted = onSort !== undefined && view.sort === field.name;
  return {
    ...cell,
    widthPx: widthPx(field),
    sorted: isSorted ? (view.isDescending ? 'descending' : 'ascending') : undefined,
    header: <Header {...parts} field={field} isSorted={isSorted} />,
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
}: HeaderParts & { readonly field: Field; readonly isSorted: boolean }) {
  const { name, window } = labelOf(t, field);
  const words = (
    <span className={styles['words']}>
      <span className={styles['measure']}>{name}</span>
      {window !== undefined && <span className={styles['window']}> {window}</span>}
      {field.estimated && <span className={styles['window']}> {t('sure.estimated')}</span>}
    </span>
  );
  if (onSort === undefined || !endpoint.sortFields.includes(field.name))
    return <span title={field.description}>{words}</span>;
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
