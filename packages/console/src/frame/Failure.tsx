import { Link } from '@tanstack/react-router';
import { useMessages } from '../messages/messages.tsx';
import { addressOf, RequestError } from '../server/request.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Failure.module.css';

/** Says what went wrong, in the server's words, and what can be done. */
export function Failure({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const t = useMessages();
  const id = error instanceof RequestError ? error.id : '';
  return (
    <div className={styles['failure']} role="alert">
      <h2>{t('failure.title')}</h2>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <div className={styles['actions']}>
        <Button look="main" onClick={() => (reset === undefined ? location.reload() : reset())}>
          {t('failure.retry')}
        </Button>
        {id !== '' && <a href={addressOf(`docs/errors/${id}`)}>{t('failure.more')}</a>}
      </div>
    </div>
  );
}

export function NotFound() {
  const t = useMessages();
  return (
    <div className={styles['failure']}>
      <h2>{t('failure.notFound')}</h2>
      <p>
        <Link to="/">{t('failure.home')}</Link>
      </p>
    </div>
  );
}

export function Waiting() {
  const t = useMessages();
  return (
    <div className={styles['waiting']} role="status">
      <span className="hidden">{t('loading')}</span>
    </div>
  );
}
