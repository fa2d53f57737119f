import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useAddress } from '../frame/navigation.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { type Messages, useMessages } from '../messages/messages.tsx';
import { sessionQuery } from '../server/queries.ts';
import { addressOf, RequestError } from '../server/request.ts';
import { logIn } from '../server/session.ts';
import { Button } from '../ui/Button.tsx';
import styles from './LoginPage.module.css';

/** Lets in who has a one-time link or an admin key. The code of a link stands behind `#`, which no server and no log sees. */
export function LoginPage() {
  const t = useMessages();
  usePageTitle(t('login.title'));
  const { failure, enter } = useLogin();
  const [key, setKey] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter({ key: key.trim() });
  };
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <img src={addressOf('docs/assets/icon.svg')} alt="" width={28} height={28} />
        <h1>{t('login.title')}</h1>
        <p>{t('login.how')}</p>
        <pre>npx vitrine login</pre>
        <form onSubmit={submit}>
          <label htmlFor="key">{t('login.key')}</label>
          <input
            id="key"
            type="password"
            autoComplete="current-password"
            value={key}
            onChange={(event) => setKey(event.target.value)}
            aria-describedby="failure"
          />
          <p id="failure" role="alert" className={styles['failure']}>
            {failure}
          </p>
          <Button look="main" type="submit" disabled={key.trim() === ''}>
            {t('login.enter')}
          </Button>
        </form>
        <a href={addressOf('docs')}>{t('frame.docs')}</a>
      </div>
    </main>
  );
}

/** What is told of a login that failed. */
function failureText(t: Messages, by: Parameters<typeof logIn>[0], error: unknown): string {
  if (error instanceof RequestError && error.status === 401 && 'key' in by)
    return t(by.key?.startsWith('sk_') ? 'login.notAdmin' : 'login.wrong');
  return error instanceof Error ? error.message : String(error);
}

function useLogin() {
  const t = useMessages();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { to } = useAddress();
  const [failure, setFailure] = useState('');
  const enter = useCallback(
    async (by: Parameters<typeof logIn>[0]) => {
      try {
        client.setQueryData(sessionQuery.queryKey, await logIn(by));
        await navigate({ href: to?.startsWith('/') && !to.startsWith('//') ? to : '/', replace: true });
      } catch (error) {
        setFailure(failureText(t, by, error));
      }
    },
    [client, navigate, to, t],
  );
  const tried = useRef('');
  useEffect(() => {
    const follow = () => {
      const code = location.hash.slice(1);
      if (code === '' || tried.current === code) return;
      tried.current = code;
      history.replaceState(history.state, '', location.pathname + location.search);
      void enter({ code });
    };
    follow();
    // A link that is opened where the login is shown already changes nothing else.
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [enter]);
  return { failure, enter };
}
