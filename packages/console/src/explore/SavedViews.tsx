import { useNavigate } from '@tanstack/react-router';
import { Bookmark } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useAddress } from '../frame/navigation.ts';
import { preferences } from '../frame/preferences.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { Popover } from '../ui/Popover.tsx';
import type { EntityKind } from './entities.ts';
import styles from './SavedViews.module.css';

/** A view under a name: what stands in the address of the page. */
interface SavedView {
  readonly name: string;
  readonly address: Readonly<Record<string, string>>;
}

/** The views that were saved in this browser. */
export function SavedViews({ kind }: { readonly kind: EntityKind }) {
  const t = useMessages();
  return (
    <Popover
      label={t('views.title')}
      look="quiet"
      trigger={
        <>
          <Bookmark />
          {t('views.title')}
        </>
      }
    >
      {(close) => <Views kind={kind} onDone={close} />}
    </Popover>
  );
}

function Views({ kind, onDone }: { readonly kind: EntityKind; onDone(): void }) {
  const t = useMessages();
  const navigate = useNavigate();
  const address = useAddress();
  const [views, setViews] = useState(() => savedViews(kind));
  const [name, setName] = useState('');
  const keep = (next: readonly SavedView[]) => {
    preferences.set(`views.${kind}`, JSON.stringify(next));
    setViews(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    keep([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), address }]);
    setName('');
  };
  const open = (view: SavedView) => {
    void navigate({ to: '.', search: view.address as never });
    onDone();
  };
  return (
    <div className={styles['views']}>
      {views.length === 0 && <p>{t('views.none')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <Button look="quiet" onClick={() => open(view)}>
              {view.name}
            </Button>
            <Button
              look="quiet"
              aria-label={t('views.remove', { name: view.name })}
              onClick={() => keep(views.filter((each) => each !== view))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={save}>
        <input
          value={name}
          placeholder={t('views.name')}
          aria-label={t('views.name')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button look="main" type="submit">
          {t('views.save')}
        </Button>
      </form>
    </div>
  );
}

function savedViews(kind: EntityKind): readonly SavedView[] {
  try {
    const views: unknown = JSON.parse(preferences.get(`views.${kind}`) ?? '[]');
    return Array.isArray(views) ? (views as readonly SavedView[]) : [];
  } catch {
    return [];
  }
}
