import { useMessages } from '../messages/messages.tsx';
import { addressOf } from '../server/request.ts';
import styles from './FirstRun.module.css';

/** What a server shows that has nothing to show yet: the ways to numbers. */
export function FirstRun() {
  const t = useMessages();
  const ways = ['file', 'mirror', 'demo'] as const;
  return (
    <div className={styles['page']}>
      <h1>{t('first.title')}</h1>
      <p>{t('first.why')}</p>
      <ul>
        {ways.map((way) => (
          <li key={way}>
            <h2>{t(`first.${way}`)}</h2>
            <p>{t(`first.${way}How`)}</p>
            <pre>{commands[way]}</pre>
          </li>
        ))}
      </ul>
      <a href={addressOf('docs/guides/your-own-data')}>{t('first.more')}</a>
    </div>
  );
}

const commands = {
  file: 'npx vitrine ingest FILE…\nnpx vitrine publish',
  mirror: 'npx vitrine mirror --upstream URL --key KEY --watch FILE --budget CREDITS',
  demo: 'npx vitrine simulate | npx vitrine ingest -\nnpx vitrine publish',
} as const;
