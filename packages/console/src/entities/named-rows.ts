import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { isEntity } from '../explore/columns.tsx';
import { entities, type Subject } from '../explore/entities.ts';
import { pageRows, type RowQuestion, type Rows } from '../explore/row-pages.ts';
import { endpointOf, type Row } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { get } from '../server/request.ts';

/**
 * Rows with the names and pictures of what they are about, where their list has ids alone: those of the first page, as
 * many as a detail gives at once.
 */
export function useNamedRows(rows: Rows, { endpoint, version }: RowQuestion, subject: Subject): Rows {
  const catalogue = useCatalogue();
  const { kind, id, names, subtitle, picture } = subject;
  const entity =
    isEntity(kind) && !endpoint.fields.some(({ name }) => names.includes(name)) ? entities[kind] : undefined;
  const detail = entity && endpointOf(catalogue, entity.detail);
  const ids = entity === undefined ? [] : idsIn(rows, id, detail?.parameters[0]?.domain.countMax ?? 1);
  const asked = { [entity?.detailParameter ?? '']: ids.join(','), fields: [id, ...names, subtitle, picture].join(',') };
  const { data } = useQuery({
    queryKey: ['names', version, detail?.id, asked],
    queryFn: ({ signal }) => get<readonly Row[]>(detail?.path ?? '', asked, signal),
    enabled: detail !== undefined && ids.length > 0,
  });
  const { item } = rows;
  const named = useCallback(
    (index: number) => {
      const row = item(index);
      const found = row && data?.data.find((each) => each[id] === row[id]);
      return found === undefined ? row : { ...row, ...found };
    },
    [item, data, id],
  );
  return { ...rows, item: named };
}

function idsIn({ count = 0, item }: Rows, id: string, countMax: number): readonly string[] {
  const indexes = Array.from({ length: Math.min(count, countMax, pageRows) }, (_, i) => i);
  return indexes.flatMap((index) => {
    const value = item(index)?.[id];
    return value === undefined ? [] : [String(value)];
  });
}
