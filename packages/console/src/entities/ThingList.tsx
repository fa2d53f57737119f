import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isEntity, rowColumns } from '../explore/columns.tsx';
import { useRows } from '../explore/row-pages.ts';
import { fieldsOf, queryOf, viewOf } from '../explore/view.ts';
import { useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { Failure } from '../frame/Failure.tsx';
import { useAddress, useAddressChange, useRegion } from '../frame/navigation.ts';
import { useMessages } from '../messages/messages.tsx';
import { endpointOf, parameterAs, type Row } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { RowTable } from '../table/RowTable.tsx';
import styles from './EntityPage.module.css';
import { useNamedRows } from './named-rows.ts';
import type { Tab } from './parts.ts';

const rowPx = 52;

/** A list that is of one thing: what sold it, or what it sold. */
export function ThingList({ tab, id }: { readonly tab: Tab; readonly id: string }) {
  const t = useMessages();
  const formats = useFormats();
  const navigate = useNavigate();
  const change = useAddressChange();
  const address = useAddress();
  const region = useRegion();
  const { dataset } = useDataset();
  const endpoint = endpointOf(useCatalogue(), tab.list);
  const { subject, columns: names } = tab;
  const view = useMemo(() => {
    const key = { [parameterAs(endpoint, 'key')?.name ?? 'id']: id };
    return viewOf(endpoint, { ...subject, columns: names }, key, {
      ...(address['sort'] && { sort: address['sort'] }),
      ...(address['order'] && { order: address['order'] }),
    });
  }, [endpoint, subject, names, id, address]);
  const query = queryOf(endpoint, view);
  const question = {
    endpoint,
    parameters: query,
    fields: fieldsOf(endpoint, subject, view),
    version: dataset.version,
  };
  const rows = useNamedRows(useRows(question), question, subject);
  const columns = useMemo(
    () =>
      rowColumns({
        endpoint,
        subject,
        region,
        view,
        t,
        formats,
        isCompact: false,
        onSort: (next) => change(next, { replace: true }),
      }),
    [endpoint, subject, region, view, t, formats, change],
  );
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
        resetKey={JSON.stringify(query)}
        empty={<p className={styles['none']}>{t('thing.none')}</p>}
      />
    </div>
  );
}
