import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Subject } from '../explore/columns.tsx';
import { type EntityKind, entities } from '../explore/entities.ts';
import { labelOf, written } from '../format/fields.ts';
import { regionName, useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { useRegion } from '../frame/navigation.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { useMessages } from '../messages/messages.tsx';
import { endpointOf, parameterAs, type Row } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { get } from '../server/request.ts';
import { FirstRun } from './FirstRun.tsx';
import styles from './MarketPage.module.css';

/** A few rows of a list that tell what goes on in a market. */
interface Highlight {
  readonly id: 'best' | 'rising' | 'new' | 'creators' | 'shops' | 'videos';
  readonly kind: EntityKind;
  readonly sort: string;
  /** The number beside each row. */
  readonly field: string;
  /** Filters of the list, from the as-of day. */
  filters?(asOf: string): Readonly<Record<string, string>>;
}

const highlights: readonly Highlight[] = [
  { id: 'best', kind: 'products', sort: 'total_sale_30d_cnt', field: 'total_sale_30d_cnt' },
  {
    id: 'rising',
    kind: 'products',
    sort: 'total_sale_7d_cnt',
    field: 'total_sale_7d_cnt',
    filters: () => ({ sales_trend_flag: '1' }),
  },
  {
    id: 'new',
    kind: 'products',
    sort: 'total_sale_7d_cnt',
    field: 'total_sale_7d_cnt',
    filters: (asOf) => ({ min_first_crawl_dt: daysBefore(asOf, 13) }),
  },
  { id: 'creators', kind: 'creators', sort: 'total_followers_30d_cnt', field: 'total_followers_30d_cnt' },
  { id: 'shops', kind: 'shops', sort: 'total_sale_cnt', field: 'total_sale_cnt' },
  { id: 'videos', kind: 'videos', sort: 'total_views_cnt', field: 'total_views_cnt' },
];

/** What goes on in a market, on one page. */
export function MarketPage() {
  const t = useMessages();
  const formats = useFormats();
  const region = useRegion();
  const { dataset } = useDataset();
  usePageTitle(dataset.version === 0 ? '' : regionName(t, region));
  const market = dataset.markets.find((each) => each.region === region);
  if (dataset.version === 0) return <FirstRun />;
  return (
    <div className={styles['page']}>
      <header>
        <h1>{regionName(t, region)}</h1>
        {dataset.asOf !== null && <p>{t('market.asOf', { day: formats.day(dataset.asOf) })}</p>}
      </header>
      <dl className={styles['totals']}>
        {(Object.keys(entities) as EntityKind[]).map((kind) => (
          <div key={kind}>
            <dt>{t(`kind.${kind}`)}</dt>
            <dd>
              <Link to={`/${kind}`} search={{ region } as never}>
                {formats.count(market?.[kind] ?? 0)}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles['grid']}>
        {highlights.map((highlight) => (
          <HighlightPanel key={highlight.id} highlight={highlight} region={region} />
        ))}
      </div>
    </div>
  );
}

const rowsShown = 6;

function HighlightPanel({ highlight, region }: { readonly highlight: Highlight; readonly region: string }) {
  const t = useMessages();
  const { id, kind, sort, field: name } = highlight;
  const { dataset } = useDataset();
  const entity = entities[kind];
  const endpoint = endpointOf(useCatalogue(), entity.list);
  const filters = highlight.filters?.(dataset.asOf ?? '') ?? {};
  const sortField = parameterAs(endpoint, 'sortField')?.name ?? '';
  const asked = {
    region,
    ...filters,
    [sortField]: endpoint.sortFields.indexOf(sort) + 1,
    page_num: 1,
    page_size: rowsShown,
  };
  const { data, error } = useQuery({
    queryKey: ['rows', dataset.version, endpoint.id, asked],
    queryFn: ({ signal }) => get<readonly Row[]>(endpoint.path, asked, signal),
  });
  const field = endpoint.fields.find((each) => each.name === name);
  return (
    <section className={styles['panel']} aria-labelledby={`panel-${id}`}>
      <header>
        <h2 id={`panel-${id}`}>{t(`market.${id}`)}</h2>
        {field && <small>{[labelOf(t, field).name, labelOf(t, field).window].filter(Boolean).join(', ')}</small>}
        <Link
          to={`/${kind}`}
          search={{ region, sort, ...filters } as never}
          aria-label={t('market.allOf', { list: t(`market.${id}`) })}
        >
          {t('market.all')}
        </Link>
      </header>
      {error !== null && <p role="alert">{error.message}</p>}
      {data?.data.length === 0 && <p>{t('market.none')}</p>}
      <ol>
        {(data?.data ?? Array.from({ length: rowsShown }, () => undefined)).map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places in an order
          <li key={i}>
            {row === undefined ? (
              <span className={styles['waiting']} />
            ) : (
              <Place kind={kind} row={row} rank={i + 1} region={region} name={name} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Place({
  kind,
  row,
  rank,
  region,
  name,
}: {
  readonly kind: EntityKind;
  readonly row: Row;
  readonly rank: number;
  readonly region: string;
  readonly name: string;
}) {
  const t = useMessages();
  const formats = useFormats();
  const endpoint = endpointOf(useCatalogue(), entities[kind].list);
  const field = endpoint.fields.find((each) => each.name === name);
  return (
    <>
      <Subject subject={entities[kind]} row={row} rank={rank} region={region} />
      <b>{field && written(formats, t, endpoint, field, row)}</b>
    </>
  );
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
}
