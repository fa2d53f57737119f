import { Link } from '@tanstack/react-router';
import { useMessages } from '../messages/messages.tsx';
import { addressOf } from '../server/request.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Code } from '../ui/Code.tsx';
import styles from './FirstRun.module.css';

/** What a server shows that has nothing to show yet: the ways to numbers. */
export function FirstRun() {
  const t = useMessages();
  const ways = ['mirror', 'demo'] as const;
  return (
    <div className={styles['page']}>
      <h1>{t('first.title')}</h1>
      <p>{t('first.why')}</p>
      <ul>
        <li>
          <h2>{t('first.file')}</h2>
          <p>{t('first.fileHow')}</p>
          <Link to="/import" className={buttonClass('main')}>
            {t('import.title')}
          </Link>
        </li>
        {ways.map((way) => (
          <li key={way}>
            <h2>{t(`first.${way}`)}</h2>
            <p>{t(`first.${way}How`)}</p>
            <Code text={commands[way]} />
          </li>
        ))}
      </ul>
      <a href={addressOf('docs/guides/your-own-data')}>{t('first.more')}</a>
    </div>
  );
}

const commands = {
  mirror: 'npx vitrine mirror --upstream URL --key KEY --watch FILE --budget CREDITS',
  demo: 'npx vitrine simulate | npx vitrine ingest -\nnpx vitrine publish',
} as const;
