import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { Failure } from '../frame/Failure.tsx';
import { useAddress, useAddressChange, useRegion } from '../frame/navigation.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { preferences } from '../frame/preferences.ts';
import { useMessages } from '../messages/messages.tsx';
import { endpointOf } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { RowTable } from '../table/RowTable.tsx';
import { Button } from '../ui/Button.tsx';
import { ColumnPicker } from './ColumnPicker.tsx';
import { useRowColumns } from './columns.tsx';
import styles from './ExplorePage.module.css';
import { type EntityKind, entities } from './entities.ts';
import { FilterBar } from './FilterBar.tsx';
import { filtersOf, parametersOf } from './filters.ts';
import { useRows } from './row-pages.ts';
import { SavedViews } from './SavedViews.tsx';
import { TakeAway } from './TakeAway.tsx';
import { fieldsOf, queryOf, viewOf } from './view.ts';

const rowPxs = { comfortable: 52, compact: 36 } as const;
type Density = keyof typeof rowPxs;

/** All things of a kind in a market, as a table that is filtered, ordered and scrolled. */
export function ExplorePage({ kind }: { readonly kind: EntityKind }) {
  const t = useMessages();
  const formats = useFormats();
  const navigate = useNavigate();
  const change = useAddressChange();
  const { dataset } = useDataset();
  const entity = entities[kind];
  usePageTitle(t(`kind.${kind}`));
  const endpoint = endpointOf(useCatalogue(), entity.list);
  const [density, setDensity] = useDensity();
  const address = useAddress();
  const region = useRegion();
  const view = useMemo(() => viewOf(endpoint, entity, { region }, address), [endpoint, entity, region, address]);
  const query = queryOf(endpoint, view);
  const question = { endpoint, parameters: query, fields: fieldsOf(endpoint, entity, view), version: dataset.version };
  const rows = useRows(question);
  const columns = useRowColumns({
    endpoint,
    subject: entity,
    region,
    view,
    isCompact: density === 'compact',
    onSort: change,
  });
  const resetKey = JSON.stringify([query, dataset.version]);
  const clear = () =>
    change(
      Object.fromEntries(
        filtersOf(endpoint)
          .flatMap(parametersOf)
          .map((name) => [name, undefined]),
      ),
    );
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t(`kind.${kind}`)}</h1>
        <p className={styles['count']} aria-live="polite">
          {rows.count === undefined ? ' ' : t('explore.count', { count: rows.count, text: formats.count(rows.count) })}
        </p>
        <div className={styles['tools']}>
          <SavedViews kind={kind} />
          <ColumnPicker endpoint={endpoint} entity={entity} chosen={view.columns} />
          <Button look="quiet" onClick={() => setDensity(density === 'compact' ? 'comfortable' : 'compact')}>
            {t(density === 'compact' ? 'explore.comfortable' : 'explore.compact')}
          </Button>
          <TakeAway endpoint={endpoint} query={query} fields={question.fields} />
        </div>
      </header>
      <FilterBar endpoint={endpoint} entity={entity} view={view} isUpdating={rows.isUpdating} />
      {rows.error !== null && rows.count === undefined ? (
        <Failure error={rows.error} />
      ) : (
        <div className={styles['table']}>
          <RowTable
            label={t(`kind.${kind}`)}
            columns={columns}
            rows={rows.count ?? 20}
            rowPx={rowPxs[density]}
            item={rows.item}
            onView={rows.onView}
            onOpen={(row) =>
              void navigate({ to: `/${kind}/$id`, params: { id: String(row[entity.id]) }, search: { region } as never })
            }
            isUpdating={rows.isUpdating}
            resetKey={resetKey}
            empty={
              <div className={styles['empty']}>
                <h2>{t('explore.empty')}</h2>
                <p>{t(Object.keys(view.filters).length > 0 ? 'explore.emptyFiltered' : 'explore.emptyMarket')}</p>
                {Object.keys(view.filters).length > 0 && <Button onClick={clear}>{t('explore.clear')}</Button>}
              </div>
            }
          />
        </div>
      )}
    </div>
  );
}

function useDensity(): [Density, (density: Density) => void] {
  const [density, setDensity] = useState<Density>(() =>
    preferences.get('density') === 'compact' ? 'compact' : 'comfortable',
  );
  return [
    density,
    (next) => {
      preferences.set('density', next);
      setDensity(next);
    },
  ];
}
