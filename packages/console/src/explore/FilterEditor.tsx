import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { useAddressChange } from '../frame/navigation.ts';
import { useMessages } from '../messages/messages.tsx';
import type { Endpoint } from '../server/catalogue.ts';
import { get } from '../server/request.ts';
import { Button } from '../ui/Button.tsx';
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
  const t = useMessages();
  const change = useAddressChange();
  const groups = useGroups(props);
  const isRate = filter.field.kind === 'rate';
  const isDay = filter.field.kind === 'day' || filter.field.kind === 'digits';
  const [min, setMin] = useState(shownBound(view.filters[filter.min], isRate));
  const [max, setMax] = useState(shownBound(view.filters[filter.max], isRate));
  const apply = (event: FormEvent) => {
    event.preventDefault();
    change({ [filter.min]: sentBound(min, isRate), [filter.max]: sentBound(max, isRate) });
    onDone();
  };
  return (
    <form className={styles['editor']} onSubmit={apply}>
      <Histogram groups={groups} filter={filter} onChoose={(from) => setMin(shownBound(from, isRate))} />
      <div className={styles['bounds']}>
        <label>
          <span>{t('filter.min')}</span>
          <input
            type={isDay ? 'date' : 'text'}
            inputMode="decimal"
            value={min}
            placeholder={isRate ? '%' : ''}
            onChange={(event) => setMin(event.target.value)}
          />
        </label>
        <label>
          <span>{t('filter.max')}</span>
          <input
            type={isDay ? 'date' : 'text'}
            inputMode="decimal"
            value={max}
            placeholder={isRate ? '%' : ''}
            onChange={(event) => setMax(event.target.value)}
          />
        </label>
      </div>
      <p className={styles['note']}>{filter.field.description}</p>
      <Button look="main" type="submit">
        {t('filter.apply')}
      </Button>
    </form>
  );
}

/** Rates are written in percent. */
function shownBound(value: string | undefined, isRate: boolean): string {
  if (value === undefined || value === '') return '';
  if (isRate) return String(Number((Number(value) * 100).toFixed(2)));
  return /^\d{8}$/.test(value) ? `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}` : value;
}

function sentBound(text: string, isRate: boolean): string | undefined {
  const plain = text.trim().replaceAll(/[\s,_%]/g, '');
  if (plain === '') return undefined;
  return isRate ? String(Number((Number(plain) / 100).toFixed(4))) : plain;
}

const barHeightPx = 44;

function Histogram({
  groups,
  filter,
  onChoose,
}: {
  readonly groups: readonly Group[] | undefined;
  readonly filter: RangeFilter;
  onChoose(from: string): void;
}) {
  const t = useMessages();
  const formats = useFormats();
  if (groups === undefined) return <div className={styles['histogram']} />;
  const highest = Math.max(1, ...groups.map(({ rows }) => rows));
  const written = (value: string) =>
    filter.field.kind === 'rate' ? formats.percent(Number(value)) : formats.compact(Number(value));
  const isNumber = filter.field.kind !== 'day' && filter.field.kind !== 'digits' && filter.field.kind !== 'date';
  return (
    <div className={styles['histogram']} role="group" aria-label={t('filter.distribution')}>
      {groups.map(({ from, to, rows }) => {
        const words = isNumber ? (from === to ? written(from) : `${written(from)} – ${written(to)}`) : month(from);
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

function month(yyyyMM: string): string {
  return `${yyyyMM.slice(0, 4)}-${yyyyMM.slice(4)}`;
}

function ChoiceEditor(props: FilterEditorProps<ChoiceFilter>) {
  const { filter, view, onDone } = props;
  const t = useMessages();
  const formats = useFormats();
  const change = useAddressChange();
  const groups = useGroups(props);
  const chosen = view.filters[filter.parameter];
  const rowsOf = (value: number) => groups?.find(({ from }) => from === String(value))?.rows;
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
