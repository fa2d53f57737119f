import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { nameOf } from '../explore/columns.tsx';
import type { Entity } from '../explore/entities.ts';
import { handleOf, useFoundRows } from '../find/found-rows.ts';
import { useAddress, useAddressChange, useRegion } from '../frame/navigation.ts';
import { useMessages } from '../messages/messages.tsx';
import { Popover } from '../ui/Popover.tsx';
import styles from './Compared.module.css';
import { comparedMax } from './compared-days.ts';

/** Ids of the things whose days are shown beside those of one: they stand in the address of the page. */
export function useCompared(id: string): readonly string[] {
  const given = useAddress()['with']?.split('.') ?? [];
  return [...new Set(given)].filter((each) => /^\d{1,20}$/.test(each) && each !== id).slice(0, comparedMax - 1);
}

export interface ComparedProps {
  readonly entity: Entity;
  readonly id: string;
  /** Of all things on the chart, in its order: the first one is that of the page. */
  readonly things: readonly { readonly id: string; readonly name: string }[];
}

/** What is on the chart, each with a button that takes it away, and a search that adds another. */
export function Compared({ entity, id, things }: ComparedProps) {
  const t = useMessages();
  const change = useAddressChange();
  const others = useCompared(id);
  const show = (ids: readonly string[]) => change({ with: ids.join('.') }, { replace: true });
  return (
    <div className={styles['compared']} role="group" aria-label={t('compare.title')}>
      {things.length > 1 &&
        things.map((thing, i) => (
          <span key={thing.id} className={styles['thing']} data-series={i + 1}>
            <i aria-hidden="true" />
            <span>{thing.name}</span>
            {i > 0 && (
              <button
                type="button"
                aria-label={t('compare.remove', { name: thing.name })}
                onClick={() => show(others.filter((each) => each !== thing.id))}
              >
                <X />
              </button>
            )}
          </span>
        ))}
      {others.length < comparedMax - 1 && (
        <Popover
          look="quiet"
          label={t('compare.add')}
          trigger={
            <>
              <Plus />
              {t('compare.add')}
            </>
          }
        >
          {(close) => (
            <Adder
              entity={entity}
              shown={[id, ...others]}
              onAdd={(added) => {
                show([...others, added]);
                close();
              }}
            />
          )}
        </Popover>
      )}
    </div>
  );
}

interface AdderProps {
  readonly entity: Entity;
  readonly shown: readonly string[];
  onAdd(id: string): void;
}

function Adder({ entity, shown, onAdd }: AdderProps) {
  const t = useMessages();
  const [typed, setTyped] = useState('');
  const { words, found } = useFoundRows([entity.kind], typed, useRegion());
  const others = found.filter(({ row }) => !shown.includes(String(row[entity.id])));
  return (
    <div className={styles['adder']}>
      <input
        type="search"
        value={typed}
        placeholder={t('find.placeholder')}
        aria-label={t('compare.find')}
        onChange={(event) => setTyped(event.target.value)}
      />
      {others.map(({ row }) => (
        <button key={String(row[entity.id])} type="button" onClick={() => onAdd(String(row[entity.id]))}>
          <span>{nameOf(entity, row)}</span>
          <small>{handleOf(row)}</small>
        </button>
      ))}
      {words.length > 1 && others.length === 0 && <p>{t('find.none')}</p>}
    </div>
  );
}
