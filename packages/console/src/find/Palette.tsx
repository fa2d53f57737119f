import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { nameOf } from '../explore/columns.tsx';
import { type EntityKind, entities } from '../explore/entities.ts';
import { regionName } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { useAddressChange, useRegion } from '../frame/navigation.ts';
import { useMessages } from '../messages/messages.tsx';
import { useSession } from '../server/queries.ts';
import { mayOperate } from '../server/session.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Picture } from '../ui/Picture.tsx';
import { handleOf, useFoundRows } from './found-rows.ts';
import styles from './Palette.module.css';

const kinds = Object.keys(entities) as EntityKind[];

/** Finds things by name, handle, id or pasted address, and goes to pages and markets. */
export function Palette({ onClose }: { onClose(): void }) {
  const t = useMessages();
  const navigate = useNavigate();
  const change = useAddressChange();
  const region = useRegion();
  const { dataset } = useDataset();
  const session = useSession();
  const [typed, setTyped] = useState('');
  const { words, found } = useFoundRows(kinds, useDeferredValue(typed), region);
  const go = (to: string, search: Readonly<Record<string, string>> = { region }) => {
    onClose();
    void navigate({ to, search: search as never });
  };
  const pages = kinds.map((kind) => ({
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
          {found.map(({ kind, row }) => (
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
        {words !== '' && shownActions.length === 0 && found.length === 0 && (
          <p className={styles['none']}>{t('find.none')}</p>
        )}
      </ComboboxProvider>
    </Dialog>
  );
}
