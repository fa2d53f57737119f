import { useFormats } from '../format/formats.ts';
import { useMessages } from '../messages/messages.tsx';
import type { Endpoint, Row } from '../server/catalogue.ts';
import styles from './Channels.module.css';

const days = 30;

/** What a product sold through: videos, lives, and the shop itself. */
export function Channels({ row }: { readonly endpoint: Endpoint; readonly row: Row }) {
  const t = useMessages();
  const formats = useFormats();
  const number = (name: string) => Number(row[name] ?? 0);
  const all = number(`total_sale_${days}d_cnt`);
  const [videos, lives] = [number(`total_video_sale_${days}d_cnt`), number(`total_live_sale_${days}d_cnt`)];
  const parts = [
    { id: 'videos', units: videos },
    { id: 'lives', units: lives },
    { id: 'storefront', units: Math.max(0, all - videos - lives) },
  ] as const;
  if (all === 0) return null;
  return (
    <section className={styles['channels']} aria-label={t('channels.title', { days })}>
      <h2>{t('channels.title', { days })}</h2>
      <div className={styles['bar']} aria-hidden="true">
        {parts.map(({ id, units }) => (
          <span key={id} data-channel={id} style={{ flexGrow: units }} />
        ))}
      </div>
      <ul>
        {parts.map(({ id, units }) => (
          <li key={id} data-channel={id}>
            {t(`channels.${id}`)} <b>{formats.count(units)}</b> <span>{formats.percent(units / all)}</span>
          </li>
        ))}
      </ul>
      <p>{t('channels.note')}</p>
    </section>
  );
}
