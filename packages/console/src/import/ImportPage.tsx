import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Failure, Waiting } from '../frame/Failure.tsx';
import { usePageTitle } from '../frame/page-title.ts';
import { useMessages } from '../messages/messages.tsx';
import { type Readable, readableQuery } from '../server/imports.ts';
import { useSession } from '../server/queries.ts';
import { addressOf } from '../server/request.ts';
import { mayOperate } from '../server/session.ts';
import { Button } from '../ui/Button.tsx';
import { Code } from '../ui/Code.tsx';
import { DropZone } from './DropZone.tsx';
import { FileCard } from './FileCard.tsx';
import styles from './ImportPage.module.css';
import { isReady, isUnderWay } from './imported-files.ts';
import { PublishPanel } from './PublishPanel.tsx';
import { useImports } from './use-imports.ts';

/** Brings files in: they are looked at, go in when a person says so, and become numbers. */
export function ImportPage() {
  const t = useMessages();
  usePageTitle(t('import.title'));
  const isAllowed = mayOperate(useSession());
  const { data: readable, error, refetch } = useQuery({ ...readableQuery, enabled: isAllowed });
  return (
    <div className={styles['page']}>
      <h1>{t('import.title')}</h1>
      {!isAllowed && <NotAllowed />}
      {isAllowed && error !== null && <Failure error={error} reset={() => void refetch()} />}
      {isAllowed && error === null && readable === undefined && <Waiting />}
      {isAllowed && readable !== undefined && <Import readable={readable} />}
    </div>
  );
}

function Import({ readable }: { readonly readable: Readable }) {
  const t = useMessages();
  const { files, add, remove, tell, bringIn } = useImports();
  const ready = files.filter(isReady).length;
  const isWaiting = files.some(isUnderWay);
  const canBringIn = ready > 0 && !isWaiting;
  useAskedBeforeLeaving(files.some(({ state }) => state.is === 'going'));
  return (
    <>
      <p>{t('import.why')}</p>
      <DropZone onFiles={add} />
      {files.length === 0 && <WhatIsRead readable={readable} />}
      <ul className={styles['files']} aria-label={t('import.files')}>
        {files.map((file) => (
          <FileCard
            key={file.id}
            imported={file}
            readable={readable}
            onTell={(told) => tell(file, told)}
            onRemove={() => remove(file.id)}
          />
        ))}
      </ul>
      {files.length > 0 && (
        <Button look={ready > 0 ? 'main' : 'plain'} aria-disabled={!canBringIn} onClick={() => canBringIn && bringIn()}>
          {t('import.bringIn', { count: ready })}
        </Button>
      )}
      <PublishPanel
        batch={Math.max(0, ...files.map(({ state }) => (state.is === 'in' ? state.taken.summary.batch : 0)))}
        isWaiting={isWaiting}
      />
    </>
  );
}

/** A file that is cut off goes in in part. */
function useAskedBeforeLeaving(isGoing: boolean): void {
  useEffect(() => {
    if (!isGoing) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isGoing]);
}

function WhatIsRead({ readable: { sources } }: { readonly readable: Readable }) {
  const t = useMessages();
  return (
    <section className={styles['read']} aria-labelledby="read">
      <h2 id="read">{t('import.read')}</h2>
      <ul>
        {sources.map(({ name, title }) => (
          <li key={name}>{title}</li>
        ))}
        <li>{t('import.readOwn')}</li>
      </ul>
      <a href={addressOf('docs/sources')}>{t('import.readMore')}</a>
    </section>
  );
}

/** What somebody needs who may only look. */
function NotAllowed() {
  const t = useMessages();
  const name = useSession()?.name ?? '';
  return (
    <>
      <p>{t('import.viewOnly', { name })}</p>
      <Code text="npx vitrine admin-keys create --name NAME --scope view,operate" />
      <p>{t('import.viewOnlyThen')}</p>
    </>
  );
}
