import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { isEntity, useRowColumns } from '../explore/columns.tsx';
import { useRows } from '../explore/row-pages.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { Failure } from '../frame/Failure.tsx';
import { useAddress, useAddressChange, useRegion } from '../frame/navigation.ts';
import { useMessages } from '../messages/messages.tsx';
import { endpointOf, type Row } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { RowTable } from '../table/RowTable.tsx';
import styles from './EntityPage.module.css';
import { listQuestion, listView } from './entity-queries.ts';
import { useNamedRows } from './named-rows.ts';
import type { Tab } from './parts.ts';

const rowPx = 52;

/** A list that is of one thing: what sold it, or what it sold. */
export function ThingList({ tab, id }: { readonly tab: Tab; readonly id: string }) {
  const t = useMessages();
  const navigate = useNavigate();
  const change = useAddressChange();
  const address = useAddress();
  const region = useRegion();
  const { dataset } = useDataset();
  const endpoint = endpointOf(useCatalogue(), tab.list);
  const { subject } = tab;
  const { sort, order } = address;
  const view = useMemo(() => listView(endpoint, tab, id, { sort, order }), [endpoint, tab, id, sort, order]);
  const question = listQuestion(endpoint, tab, view, dataset.version);
  const rows = useNamedRows(useRows(question), question, subject);
  const onSort = useCallback((next: Parameters<typeof change>[0]) => change(next, { replace: true }), [change]);
  const columns = useRowColumns({ endpoint, subject, region, view, onSort });
  if (rows.error !== null && rows.count === undefined) return <Failure error={rows.error} />;
  const count = rows.count ?? 5;
  return (
    <div className={styles['list']} style={{ height: Math.max(160, Math.min(560, 54 + count * rowPx + 14)) }}>
      <RowTable
        label={t(`tab.${tab.id}`)}
        columns={columns}
        rows={count}
        rowPx={rowPx}
        item={rows.item}
        onView={rows.onView}
        {...(isEntity(subject.kind) && {
          onOpen: (row: Row) =>
            void navigate({
              to: `/${subject.kind}/$id`,
              params: { id: String(row[subject.id]) },
              search: { region } as never,
            }),
        })}
        isUpdating={rows.isUpdating}
        resetKey={JSON.stringify(question.parameters)}
        empty={<p className={styles['none']}>{t('thing.none')}</p>}
      />
    </div>
  );
}
