import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { nameOf } from '../explore/columns.tsx';
import { type EntityKind, entities } from '../explore/entities.ts';
import { labelText, written } from '../format/fields.ts';
import { useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { Failure, Waiting } from '../frame/Failure.tsx';
import { useAddress, useAddressChange, useRegion } from '../frame/navigation.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { useMessages } from '../messages/messages.tsx';
import { type Endpoint, endpointOf, type Row } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { Choices } from '../ui/Choices.tsx';
import { Picture } from '../ui/Picture.tsx';
import { Channels } from './Channels.tsx';
import { DaysChart } from './DaysChart.tsx';
import styles from './EntityPage.module.css';
import { rowQuery } from './entity-queries.ts';
import { FieldList } from './FieldList.tsx';
import { pageParts } from './parts.ts';
import { publicAddress } from './public-address.ts';
import { ThingList } from './ThingList.tsx';
import { Tiles } from './Tiles.tsx';

/** All that is known of one product, creator, video or shop. */
export function EntityPage({ kind }: { readonly kind: EntityKind }) {
  const t = useMessages();
  const entity = entities[kind];
  const { id = '' } = useParams({ strict: false });
  const { dataset } = useDataset();
  const endpoint = endpointOf(useCatalogue(), entity.detail);
  const { data, error, isPending } = useQuery(rowQuery(endpoint, entity, id, dataset.version));
  if (error !== null) return <Failure error={error} />;
  if (isPending) return <Waiting />;
  const row = data.data[0];
  if (row === undefined) return <Failure error={new Error(t('thing.unknown', { id }))} />;
  return <Known key={id} kind={kind} endpoint={endpoint} row={row} id={String(row[entity.id])} />;
}

interface KnownProps {
  readonly kind: EntityKind;
  readonly endpoint: Endpoint;
  readonly row: Row;
  readonly id: string;
}

function Known({ kind, endpoint, row, id }: KnownProps) {
  const t = useMessages();
  const entity = entities[kind];
  const parts = pageParts[kind];
  return (
    <article className={styles['page']}>
      <Head kind={kind} row={row} id={id} />
      <Tiles kind={kind} id={id} endpoint={endpoint} row={row} parts={parts} />
      {kind === 'products' && <Channels endpoint={endpoint} row={row} />}
      <section className={styles['panel']} aria-label={t('thing.days')}>
        <DaysChart entity={entity} id={id} series={parts.series} />
      </section>
      <Lists kind={kind} id={id} />
      <FieldList endpoint={endpoint} row={row} />
    </article>
  );
}

function Head({ kind, row, id }: Omit<KnownProps, 'endpoint'>) {
  const t = useMessages();
  const region = useRegion();
  const entity = entities[kind];
  const name = nameOf(entity, row);
  usePageTitle(name);
  const address = publicAddress(kind, row);
  return (
    <header className={styles['head']}>
      <nav aria-label={t('thing.where')} className={styles['crumbs']}>
        <Link to={`/${kind}`} search={{ region } as never}>
          {t(`kind.${kind}`)}
        </Link>
        <span aria-hidden="true">/</span>
        <span>{id}</span>
      </nav>
      <div className={styles['title']}>
        <Picture value={String(row[entity.picture] ?? '')} name={name} shape={entity.pictureShape} sizePx={64} />
        <div>
          <h1>{name}</h1>
          <p className={styles['facts']}>
            <Facts kind={kind} row={row} />
            {address !== undefined && (
              <a href={address} target="_blank" rel="noreferrer noopener">
                {t('thing.open')} <ExternalLink size={12} />
              </a>
            )}
          </p>
        </div>
      </div>
    </header>
  );
}

/** The few words below a name: what it is, and whose. */
function Facts({ kind, row }: { readonly kind: EntityKind; readonly row: Row }) {
  const t = useMessages();
  const formats = useFormats();
  const region = useRegion();
  const endpoint = endpointOf(useCatalogue(), entities[kind].detail);
  const names = {
    products: ['category_name', 'region', 'currency'],
    creators: ['unique_id', 'category', 'language', 'region'],
    videos: ['nick_name', 'region', 'currency'],
    shops: ['from_flag', 'region', 'currency'],
  }[kind];
  const shop = String(row['seller_id'] ?? '0');
  const creator = String(row['user_id'] ?? '0');
  const texts = names.flatMap((name) => {
    const field = endpoint.fields.find((each) => each.name === name);
    const text = field && written(formats, t, endpoint, field, row);
    return text === undefined
      ? []
      : [{ name, label: field ? labelText(t, field) : name, text: name === 'unique_id' ? `@${text}` : text }];
  });
  return (
    <>
      {texts.map(({ name, label, text }) => (
        <span key={name} title={label}>
          {text}
        </span>
      ))}
      {kind !== 'shops' && shop !== '0' && (
        <Link to="/shops/$id" params={{ id: shop }} search={{ region } as never}>
          {t('thing.shop')}
        </Link>
      )}
      {kind === 'videos' && creator !== '0' && (
        <Link to="/creators/$id" params={{ id: creator }} search={{ region } as never}>
          {t('thing.creator')}
        </Link>
      )}
    </>
  );
}

/** The lists that are of the thing, one at a time. */
function Lists({ kind, id }: { readonly kind: EntityKind; readonly id: string }) {
  const t = useMessages();
  const address = useAddress();
  const change = useAddressChange();
  const { tabs } = pageParts[kind];
  const shown = tabs.find((tab) => tab.id === address['tab']) ?? tabs[0];
  if (shown === undefined) return null;
  return (
    <section className={styles['lists']} aria-label={t('thing.lists')}>
      <Choices
        look="tabs"
        label={t('thing.lists')}
        values={tabs.map((tab) => tab.id)}
        chosen={shown.id}
        onChoose={(tab) => change({ tab, sort: undefined, order: undefined }, { replace: true })}
        write={(tab) => t(`tab.${tab}`)}
      />
      <ThingList key={shown.list} tab={shown} id={id} />
    </section>
  );
}
