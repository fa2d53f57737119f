import { Plus, Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { labelText } from '../format/fields.ts';
import { type Formats, useFormats } from '../format/formats.ts';
import { useAddressChange } from '../frame/navigation.ts';
import { type Messages, useMessages } from '../messages/messages.tsx';
import type { Endpoint } from '../server/catalogue.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { Popover } from '../ui/Popover.tsx';
import { isDate, shownBound } from './bounds.ts';
import { useCategories } from './categories.ts';
import type { Entity } from './entities.ts';
import styles from './FilterBar.module.css';
import { FilterEditor } from './FilterEditor.tsx';
import { type Filter, type FilterValues, filtersOf, isActive, parametersOf, type RangeFilter } from './filters.ts';
import type { View } from './view.ts';

export interface FilterBarProps {
  readonly endpoint: Endpoint;
  readonly entity: Entity;
  readonly view: View;
  /** Whether rows of this view are still awaited. */
  readonly isUpdating: boolean;
}

/** The filters that hold, each as a chip that opens its editor, and the others behind a button. */
export function FilterBar({ endpoint, entity, view, isUpdating }: FilterBarProps) {
  const t = useMessages();
  const change = useAddressChange();
  const [added, setAdded] = useState<string>();
  const all = filtersOf(endpoint);
  const words = all.find((filter) => filter.id === 'keyword');
  const others = all.filter((filter) => filter !== words);
  const shown = others.filter((filter) => isActive(filter, view.filters) || filter.id === added);
  const offered = ordered(
    others.filter((filter) => !shown.includes(filter)),
    entity.filters,
  );
  const remove = (filter: Filter) => {
    setAdded(undefined);
    change(Object.fromEntries(parametersOf(filter).map((name) => [name, undefined])));
  };
  return (
    <div className={styles['bar']} role="group" aria-label={t('filter.title')}>
      {words?.kind === 'text' && (
        <WordsFilter parameter={words.parameter} value={view.filters[words.parameter] ?? ''} isUpdating={isUpdating} />
      )}
      {shown.map((filter) => (
        <span key={filter.id} className={styles['chip']} data-active={isActive(filter, view.filters) || undefined}>
          <Popover
            look="quiet"
            label={filterName(t, filter)}
            className={styles['open'] ?? ''}
            openAtFirst={filter.id === added}
            onClose={() => setAdded(undefined)}
            trigger={
              <>
                <span>{filterName(t, filter)}</span>
                <b>
                  <FilterValue filter={filter} values={view.filters} />
                </b>
              </>
            }
          >
            {(close) => <FilterEditor endpoint={endpoint} filter={filter} view={view} onDone={close} />}
          </Popover>
          <button
            type="button"
            className={styles['remove']}
            aria-label={t('filter.remove', { filter: filterName(t, filter) })}
            onClick={() => remove(filter)}
          >
            <X />
          </button>
        </span>
      ))}
      <Menu
        label={t('filter.add')}
        look="quiet"
        trigger={
          <>
            <Plus />
            {t('filter.add')}
          </>
        }
      >
        {offered.map((filter) => (
          <MenuItem key={filter.id} onChoose={() => setAdded(filter.id)}>
            {filterName(t, filter)}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}

interface WordsFilterProps {
  readonly parameter: string;
  readonly value: string;
  readonly isUpdating: boolean;
}

/** Words that names contain: rows follow while they are typed, the next ones as soon as those asked for are here. */
function WordsFilter({ parameter, value, isUpdating }: WordsFilterProps) {
  const t = useMessages();
  const change = useAddressChange();
  const [typed, setTyped] = useState(value);
  // Words come back in the address while others are typed already; what comes from elsewhere takes their place.
  const sent = useRef<string[]>([]);
  const isTyped = useRef(false);
  useEffect(() => {
    const place = sent.current.lastIndexOf(value);
    sent.current.splice(0, place === -1 ? sent.current.length : place + 1);
    if (place !== -1) return;
    isTyped.current = false;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    const words = typed.trim() === '' ? '' : typed;
    if (!isTyped.current || isUpdating || words === value || words === sent.current.at(-1)) return;
    sent.current.push(words);
    change({ [parameter]: words === '' ? undefined : words }, { replace: true });
  }, [typed, value, isUpdating, parameter, change]);
  return (
    <label className={styles['words']}>
      <Search />
      <input
        type="search"
        value={typed}
        placeholder={t('filter.words')}
        aria-label={t('filter.words')}
        onChange={(event) => {
          isTyped.current = true;
          setTyped(event.target.value);
        }}
      />
    </label>
  );
}

/** What a filter is called. */
export function filterName(t: Messages, filter: Filter): string {
  return t.find(`filter.${filter.id}`) ?? labelText(t, filter.field);
}

/** What a filter lets through, in words. */
function FilterValue({ filter, values }: { readonly filter: Filter; readonly values: FilterValues }) {
  const t = useMessages();
  const formats = useFormats();
  const chosen = filter.kind === 'text' ? values[filter.parameter] : undefined;
  const category = useCategories(filter.id, values)?.find(({ id }) => id === chosen);
  return category?.name ?? inWords(t, formats, filter, values);
}

function inWords(t: Messages, formats: Formats, filter: Filter, values: FilterValues): string {
  if (filter.kind === 'text') return values[filter.parameter] ?? t('filter.any');
  if (filter.kind === 'choice') {
    const chosen = filter.choices.find(({ value }) => String(value) === values[filter.parameter]);
    return chosen === undefined ? t('filter.any') : (t.find(`label.${chosen.label}`) ?? chosen.label);
  }
  const [min, max] = [values[filter.min], values[filter.max]].map((value) =>
    value ? boundText(formats, filter, value) : undefined,
  );
  if (min !== undefined && max !== undefined) return `${min} – ${max}`;
  if (min !== undefined) return `≥ ${min}`;
  return max === undefined ? t('filter.any') : `≤ ${max}`;
}

function boundText(formats: Formats, { bounds }: RangeFilter, value: string): string {
  const shown = shownBound(bounds, value);
  if (isDate(bounds)) return formats.day(shown);
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return bounds === 'percent' ? formats.exactPercent(number) : formats.exact(number);
}

function ordered(filters: readonly Filter[], first: readonly string[]): readonly Filter[] {
  const placeOf = ({ id }: Filter) => (first.includes(id) ? first.indexOf(id) : first.length);
  return filters.toSorted((a, b) => placeOf(a) - placeOf(b));
}
