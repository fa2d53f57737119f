import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { useAddressChange } from '../frame/navigation.ts';
import { type MessageId, type Messages, useMessages } from '../messages/messages.tsx';
import type { Endpoint } from '../server/catalogue.ts';
import { get } from '../server/request.ts';
import { Button } from '../ui/Button.tsx';
import { type BoundKind, isDate, sentBound, shownBound } from './bounds.ts';
import { isOfCategories, useCategories } from './categories.ts';
import styles from './FilterEditor.module.css';
import { type ChoiceFilter, type Filter, type RangeFilter, type TextFilter, without } from './filters.ts';
import { queryOf, type View } from './view.ts';

export interface FilterEditorProps<Kind extends Filter = Filter> {
  readonly endpoint: Endpoint;
  readonly filter: Kind;
  readonly view: View;
  onDone(): void;
}

/** How many rows have which values of the filter's field, under all other filters. */
interface Group {
  readonly from: string;
  readonly to: string;
  readonly rows: number;
}

export function FilterEditor(props: FilterEditorProps) {
  const { filter } = props;
  if (filter.kind === 'range') return <RangeEditor {...props} filter={filter} />;
  if (filter.kind === 'choice') return <ChoiceEditor {...props} filter={filter} />;
  if (isOfCategories(filter.id)) return <CategoryEditor {...props} filter={filter} />;
  return <TextEditor {...props} filter={filter} />;
}

function useGroups({ endpoint, filter, view }: FilterEditorProps): readonly Group[] | undefined {
  const { dataset } = useDataset();
  const parameters = {
    ...queryOf(endpoint, { ...view, filters: without(filter, view.filters) }),
    of: filter.field.name,
  };
  const { data } = useQuery({
    queryKey: ['distribution', dataset.version, endpoint.id, parameters],
    queryFn: ({ signal }) =>
      get<{ groups: readonly Group[] }>(`console/v1/distributions/${endpoint.id}`, parameters, signal),
  });
  return data?.data.groups;
}

function RangeEditor(props: FilterEditorProps<RangeFilter>) {
  const { filter, view, onDone } = props;
  const { bounds } = filter;
  const t = useMessages();
  const change = useAddressChange();
  const groups = useGroups(props);
  const [typed, setTyped] = useState({
    min: shownBound(bounds, view.filters[filter.min]),
    max: shownBound(bounds, view.filters[filter.max]),
  });
  const [wrong, setWrong] = useState<MessageId>();
  const type = (part: Partial<typeof typed>) => {
    setTyped({ ...typed, ...part });
    setWrong(undefined);
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const [min, max] = [sentBound(bounds, typed.min, 'min'), sentBound(bounds, typed.max, 'max')];
    if (min === null || max === null) return setWrong(`filter.wrong.${bounds}`);
    if (min !== undefined && max !== undefined && Number(min) > Number(max)) return setWrong('filter.wrong.order');
    change({ [filter.min]: min, [filter.max]: max });
    onDone();
  };
  return (
    <form className={styles['editor']} onSubmit={apply} noValidate>
      <Histogram groups={groups} bounds={bounds} onChoose={(from) => type({ min: shownBound(bounds, from) })} />
      <div className={styles['bounds']}>
        {ends.map((end) => (
          <label key={end}>
            <span>{t(`filter.${end}`)}</span>
            <input
              type={isDate(bounds) ? 'date' : 'text'}
              inputMode={bounds === 'whole' ? 'numeric' : 'decimal'}
              value={typed[end]}
              placeholder={bounds === 'percent' ? '%' : ''}
              aria-invalid={wrong !== undefined || undefined}
              onChange={(event) => type({ [end]: event.target.value })}
            />
          </label>
        ))}
      </div>
      {wrong !== undefined && <p role="alert">{t(wrong)}</p>}
      {/* Fields say how the API writes rates: here they are percentages. */}
      <p className={styles['note']}>{bounds === 'percent' ? t('filter.wrong.percent') : filter.field.description}</p>
      <Button look="main" type="submit">
        {t('filter.apply')}
      </Button>
    </form>
  );
}

const ends = ['min', 'max'] as const;

const barHeightPx = 44;

function Histogram({
  groups,
  bounds,
  onChoose,
}: {
  readonly groups: readonly Group[] | undefined;
  readonly bounds: BoundKind;
  onChoose(from: string): void;
}) {
  const t = useMessages();
  const formats = useFormats();
  if (groups === undefined) return <div className={styles['histogram']} />;
  const highest = Math.max(1, ...groups.map(({ rows }) => rows));
  const written = (value: string) =>
    bounds === 'percent' ? formats.percent(Number(value)) : formats.compact(Number(value));
  const isNumber = !isDate(bounds);
  return (
    <div className={styles['histogram']} role="group" aria-label={t('filter.distribution')}>
      {groups.map(({ from, to, rows }) => {
        const words = isNumber ? (from === to ? written(from) : `${written(from)} – ${written(to)}`) : month(t, from);
        const text = t('filter.group', { group: words, count: formats.count(rows) });
        return (
          <button
            key={from}
            type="button"
            title={text}
            aria-label={text}
            disabled={!isNumber}
            onClick={() => onChoose(from)}
          >
            <span style={{ height: Math.max(2, Math.round((rows / highest) * barHeightPx)) }} />
          </button>
        );
      })}
    </div>
  );
}

function month(t: Messages, yyyyMM: string): string {
  return yyyyMM === '' ? t('unknown') : `${yyyyMM.slice(0, 4)}-${yyyyMM.slice(4)}`;
}

function ChoiceEditor(props: FilterEditorProps<ChoiceFilter>) {
  const { filter, view, onDone } = props;
  const t = useMessages();
  const formats = useFormats();
  const change = useAddressChange();
  const groups = useGroups(props);
  const chosen = view.filters[filter.parameter];
  // How many rows a choice has is known where it is a value of the field.
  const rowsOf = (value: number) =>
    filter.isOfValue ? groups?.find(({ from }) => from === String(value))?.rows : undefined;
  const choose = (value: string | undefined) => {
    change({ [filter.parameter]: value });
    onDone();
  };
  return (
    <div className={styles['editor']} role="group" aria-label={filter.description}>
      {filter.choices.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          className={styles['choice']}
          aria-pressed={chosen === String(value)}
          onClick={() => choose(String(value))}
        >
          <span>{t.find(`label.${label}`) ?? label}</span>
          <span className={styles['rows']}>{rowsOf(value) === undefined ? '' : formats.count(rowsOf(value) ?? 0)}</span>
        </button>
      ))}
      {chosen !== undefined && <Button onClick={() => choose(undefined)}>{t('filter.any')}</Button>}
      <p className={styles['note']}>{filter.description}</p>
    </div>
  );
}

/** Categories by their names: those within the one above, where that is chosen. An id can be typed all the same. */
function CategoryEditor(props: FilterEditorProps<TextFilter>) {
  const { filter, view, onDone } = props;
  const t = useMessages();
  const change = useAddressChange();
  const categories = useCategories(filter.id, view.filters) ?? [];
  return (
    <>
      <div className={styles['categories']} role="group" aria-label={t('filter.categories')}>
        {categories.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className={styles['choice']}
            aria-pressed={view.filters[filter.parameter] === id}
            onClick={() => {
              change({ [filter.parameter]: id });
              onDone();
            }}
          >
            {name}
          </button>
        ))}
      </div>
      <TextEditor {...props} />
    </>
  );
}

function TextEditor({ filter, view, onDone }: FilterEditorProps<TextFilter>) {
  const t = useMessages();
  const change = useAddressChange();
  const [typed, setTyped] = useState(view.filters[filter.parameter] ?? '');
  const apply = (event: FormEvent) => {
    event.preventDefault();
    change({ [filter.parameter]: typed.trim() });
    onDone();
  };
  return (
    <form className={styles['editor']} onSubmit={apply}>
      <div className={styles['bounds']}>
        <label>
          <span>{t('filter.value')}</span>
          <input
            value={typed}
            list={filter.names.length > 0 ? `names-${filter.id}` : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      </div>
      {filter.names.length > 0 && (
        <datalist id={`names-${filter.id}`}>
          {filter.names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      <p className={styles['note']}>{filter.description}</p>
      <Button look="main" type="submit">
        {t('filter.apply')}
      </Button>
    </form>
  );
}
