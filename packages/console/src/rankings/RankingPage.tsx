import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { useRowColumns } from '../explore/columns.tsx';
import styles from '../explore/ExplorePage.module.css';
import { type EntityKind, entities } from '../explore/entities.ts';
import { pageQuery, useRows } from '../explore/row-pages.ts';
import { viewOf } from '../explore/view.ts';
import { labelOf } from '../format/fields.ts';
import { type Formats, useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { Failure, NotFound } from '../frame/Failure.tsx';
import { useAddress, useAddressChange, useRegion } from '../frame/navigation.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { useMessages } from '../messages/messages.tsx';
import { type Endpoint, endpointOf, parameterAs, type Row } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { type Column, RowTable } from '../table/RowTable.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { dayIn, firstDay, neighbour, type PeriodKind, periodKinds } from './periods.ts';
import own from './RankingPage.module.css';

/** What grew most in a day, week or month, and how places moved since the one before. */
export function RankingPage() {
  const { kind = '' } = useParams({ strict: false });
  return kind in entities ? <Ranking key={kind} kind={kind as EntityKind} /> : <NotFound />;
}

function Ranking({ kind }: { readonly kind: EntityKind }) {
  const t = useMessages();
  const formats = useFormats();
  const navigate = useNavigate();
  const change = useAddressChange();
  const region = useRegion();
  const address = useAddress();
  const { dataset } = useDataset();
  const entity = entities[kind];
  usePageTitle(`${t('rankings.title')}: ${t(`kind.${kind}`)}`);
  const endpoint = endpointOf(useCatalogue(), entity.ranking);
  const period: PeriodKind = address['period'] === 'day' || address['period'] === 'month' ? address['period'] : 'week';
  const lastDay = firstDay(period, dataset.asOf ?? '2026-01-01');
  const day = firstDay(period, dayIn(address['date']) ?? lastDay);
  const by = endpoint.sortFields.includes(address['by'] ?? '') ? (address['by'] ?? '') : (endpoint.sortFields[0] ?? '');
  const asked = (date: string) => ({
    region,
    date,
    rank_type: periodKinds[period],
    [parameterAs(endpoint, 'sortField')?.name ?? 'by']: endpoint.sortFields.indexOf(by) + 1,
  });
  const fields = endpoint.fields.map(({ name }) => name);
  const question = { endpoint, fields, version: dataset.version };
  const rows = useRows({ ...question, parameters: asked(day) });
  const before = useQuery(pageQuery({ ...question, parameters: asked(neighbour(period, day, -1)) }, 0));
  const places = useMemo(() => placesOf(before.data?.data, entity.id), [before.data, entity.id]);
  const view = useMemo(() => viewOf(endpoint, { ...entity, columns: numbersOf(endpoint) }, {}, {}), [endpoint, entity]);
  const [subject, ...others] = useRowColumns({ endpoint, subject: entity, region, view });
  const movement = useMemo(() => movementColumn(t('rankings.movement'), entity.id, places, t), [entity, places, t]);
  const columns = subject === undefined ? [] : [subject, movement, ...others];
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('rankings.title')}</h1>
        <Choices
          look="boxed"
          label={t('rankings.title')}
          values={Object.keys(entities) as EntityKind[]}
          chosen={kind}
          onChoose={(each) =>
            void navigate({ to: '/rankings/$kind', params: { kind: each }, search: { region, period } as never })
          }
          write={(each) => t(`kind.${each}`)}
        />
        <Choices
          look="boxed"
          label={t('rankings.by')}
          values={endpoint.sortFields}
          chosen={by}
          onChoose={(name) => change({ by: name }, { replace: true })}
          write={(name) => nameOfField(t, endpoint, name)}
        />
        <Choices
          look="boxed"
          label={t('rankings.period')}
          values={Object.keys(periodKinds) as PeriodKind[]}
          chosen={period}
          onChoose={(each) => change({ period: each, date: undefined }, { replace: true })}
          write={(each) => t(`rankings.${each}`)}
        />
        <div className={own['period']}>
          <Button
            look="quiet"
            aria-label={t('rankings.before')}
            icon={<ChevronLeft />}
            onClick={() => change({ date: neighbour(period, day, -1) }, { replace: true })}
          />
          <span aria-live="polite">{periodText(formats, period, day)}</span>
          <Button
            look="quiet"
            aria-label={t('rankings.after')}
            icon={<ChevronRight />}
            disabled={day >= lastDay}
            onClick={() => change({ date: neighbour(period, day, 1) }, { replace: true })}
          />
        </div>
      </header>
      {rows.error !== null ? (
        <Failure error={rows.error} reset={() => change({ date: undefined })} />
      ) : (
        <div className={styles['table']}>
          <RowTable
            label={t('rankings.title')}
            columns={columns}
            rows={rows.count ?? 20}
            rowPx={52}
            item={rows.item}
            onView={rows.onView}
            onOpen={(row) =>
              void navigate({ to: `/${kind}/$id`, params: { id: String(row[entity.id]) }, search: { region } as never })
            }
            isUpdating={rows.isUpdating}
            resetKey={JSON.stringify(asked(day))}
            empty={<p className={styles['empty']}>{t('rankings.none')}</p>}
          />
        </div>
      )}
    </div>
  );
}

function nameOfField(t: ReturnType<typeof useMessages>, { fields }: Endpoint, name: string): string {
  const field = fields.find((each) => each.name === name);
  return field === undefined ? name : labelOf(t, field).name;
}

function numbersOf({ fields, columns }: Endpoint): readonly string[] {
  const numbers = fields.filter(
    ({ kind, name }) => ['count', 'amount', 'rate'].includes(kind) && !/^(min|max)_price|time/.test(name),
  );
  const first = columns.filter((name) => numbers.some((field) => field.name === name));
  return [...new Set([...first, ...numbers.map(({ name }) => name)])];
}

function placesOf(rows: readonly Row[] | undefined, id: string): ReadonlyMap<string, number> | undefined {
  return rows && new Map(rows.map((row, i) => [String(row[id]), i]));
}

function movementColumn(
  header: string,
  id: string,
  places: ReadonlyMap<string, number> | undefined,
  t: ReturnType<typeof useMessages>,
): Column<Row> {
  return {
    id: 'movement',
    widthPx: 96,
    header,
    cell: (row, index) => {
      const before = places?.get(String(row[id]));
      if (places === undefined || index >= 100) return <span className={own['same']}>–</span>;
      if (before === undefined) return <span className={own['new']}>{t('rankings.new')}</span>;
      const by = before - index;
      if (by === 0) return <span className={own['same']}>=</span>;
      return (
        <span className={own[by > 0 ? 'up' : 'down']}>
          <span aria-hidden="true">{by > 0 ? '▲' : '▼'}</span> {Math.abs(by)}
          <span className="hidden">{t(by > 0 ? 'rankings.up' : 'rankings.down')}</span>
        </span>
      );
    },
  };
}

/** A day, or the first and the last one of a longer period. */
function periodText(formats: Formats, period: PeriodKind, day: string): string {
  if (period === 'day') return formats.day(day);
  return `${formats.day(day)} – ${formats.day(neighbour('day', neighbour(period, day, 1), -1))}`;
}
