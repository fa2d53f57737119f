import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { nameOf } from '../explore/columns.tsx';
import { type EntityKind, entities } from '../explore/entities.ts';
import { regionName } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { useAddressChange, useRegion } from '../frame/navigation.ts';
import { useMessages } from '../messages/messages.tsx';
import { endpointOf, type Row } from '../server/catalogue.ts';
import { useCatalogue, useSession } from '../server/queries.ts';
import { get } from '../server/request.ts';
import { mayOperate } from '../server/session.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Picture } from '../ui/Picture.tsx';
import styles from './Palette.module.css';

const foundMax = 5;
const restMs = 120;

/** Finds things by name, handle, id or pasted address, and goes to pages and markets. */
export function Palette({ onClose }: { onClose(): void }) {
  const t = useMessages();
  const navigate = useNavigate();
  const change = useAddressChange();
  const region = useRegion();
  const { dataset } = useDataset();
  const session = useSession();
  const [typed, setTyped] = useState('');
  const words = useRested(useDeferredValue(typed).trim());
  const found = useFound(words, region);
  const go = (to: string, search: Readonly<Record<string, string>> = { region }) => {
    onClose();
    void navigate({ to, search: search as never });
  };
  const pages = (Object.keys(entities) as EntityKind[]).map((kind) => ({
    text: t(`kind.${kind}`),
    go: () => go(`/${kind}`),
  }));
  const markets = dataset.markets.map((market) => ({
    text: t('find.market', { market: regionName(t, market.region) }),
    go: () => {
      onClose();
      change({ region: market.region });
    },
  }));
  const actions = [
    { text: t('market.title'), go: () => go('/') },
    ...pages,
    { text: t('rankings.title'), go: () => go('/rankings/products') },
    ...(mayOperate(session) ? [{ text: t('import.title'), go: () => go('/import') }] : []),
    ...markets,
  ];
  const shownActions = actions.filter(({ text }) => text.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <Dialog title={t('find.title')} onClose={onClose}>
      <ComboboxProvider open setValue={setTyped} value={typed}>
        <Combobox
          autoFocus
          autoSelect="always"
          placeholder={t('find.placeholder')}
          className={styles['input']}
          aria-label={t('find.placeholder')}
        />
        <ComboboxList className={styles['list']} alwaysVisible aria-label={t('find.title')}>
          {exactFirst(found, words).map(({ kind, row }) => (
            <ComboboxItem
              key={`${kind}${row[entities[kind].id]}`}
              className={styles['item']}
              onClick={() => go(`/${kind}/${row[entities[kind].id]}`, { region: String(row['region'] || region) })}
            >
              <Picture
                value={String(row[entities[kind].picture] ?? '')}
                name={nameOf(entities[kind], row)}
                shape={entities[kind].pictureShape}
                sizePx={28}
              />
              <span>{nameOf(entities[kind], row)}</span>
              <small>{[t(`subject.${kind}`), handleOf(row), row['region']].filter(Boolean).join(' · ')}</small>
            </ComboboxItem>
          ))}
          {shownActions.map(({ text, go: act }) => (
            <ComboboxItem key={text} className={styles['item']} onClick={act}>
              <span>{text}</span>
              <small>{t('find.go')}</small>
            </ComboboxItem>
          ))}
        </ComboboxList>
        {words !== '' && shownActions.length === 0 && found.every(({ rows }) => rows.length === 0) && (
          <p className={styles['none']}>{t('find.none')}</p>
        )}
      </ComboboxProvider>
    </Dialog>
  );
}

function useFound(words: string, region: string) {
  const endpoint = endpointOf(useCatalogue(), 'search');
  const { dataset } = useDataset();
  const kinds = Object.keys(entities) as EntityKind[];
  const choices = endpoint.parameters.find(({ name }) => name === 'type')?.domain.choices ?? [];
  const typeOf = (kind: EntityKind) => choices.find(({ label }) => label === kind)?.value;
  const answers = useQueries({
    queries: kinds.map((kind) => {
      const asked = { sk: words, type: typeOf(kind), size: foundMax, region };
      return {
        queryKey: ['search', dataset.version, asked],
        queryFn: ({ signal }: { signal: AbortSignal }) => get<readonly Row[]>(endpoint.path, asked, signal),
        enabled: words.length > 1 && dataset.version > 0,
        placeholderData: keepPreviousData,
      };
    }),
  });
  return kinds.map((kind, i) => ({ kind, rows: words.length > 1 ? (answers[i]?.data?.data ?? []) : [] }));
}

interface Found {
  readonly kind: EntityKind;
  readonly row: Row;
}

/** What has the handle or id that was typed or pasted comes first. */
function exactFirst(found: readonly { kind: EntityKind; rows: readonly Row[] }[], words: string): readonly Found[] {
  const parts = words.toLowerCase().split(/[/?#]/);
  const isExact = ({ kind, row }: Found) =>
    [handleOf(row), handleOf(row).slice(1), row[entities[kind].id]].some(
      (name) => name !== '' && parts.includes(String(name)),
    );
  const all = found.flatMap(({ kind, rows }) => rows.map((row) => ({ kind, row })));
  return all.toSorted((a, b) => Number(isExact(b)) - Number(isExact(a)));
}

/** `@handle`, in lower case; empty where a row has none. */
function handleOf(row: Row): string {
  const handle = row['unique_id'];
  return handle === undefined || handle === '' ? '' : `@${String(handle).toLowerCase()}`;
}

/** A value once it rests. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
