import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type EntityKind, entities } from '../explore/entities.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { endpointOf, type Row } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { get } from '../server/request.ts';

/** A thing that was found. */
export interface Found {
  readonly kind: EntityKind;
  readonly row: Row;
}

const foundMax = 5;
const restMs = 120;

/** What words find among things of some kinds in a market, once they rest: what has that very handle or id comes first. */
export function useFoundRows(
  kinds: readonly EntityKind[],
  typed: string,
  region: string,
): { readonly words: string; readonly found: readonly Found[] } {
  const words = useRested(typed.trim());
  const endpoint = endpointOf(useCatalogue(), 'search');
  const { dataset } = useDataset();
  const choices = endpoint.parameters.find(({ name }) => name === 'type')?.domain.choices ?? [];
  const typeOf = (kind: EntityKind) => choices.find(({ label }) => label === kind)?.value;
  const answers = useQueries({
    queries: kinds.map((kind) => {
      const asked = { sk: words, type: typeOf(kind), size: foundMax, region };
      return {
        queryKey: ['search', dataset.version, asked],
        queryFn: ({ signal }: { signal: AbortSignal }) => get<readonly Row[]>(endpoint.path, asked, signal),
        enabled: words.length > 1 && dataset.version > 0,
        placeholderData: keepPreviousData,
      };
    }),
  });
  const rowsOf = (i: number) => (words.length > 1 ? (answers[i]?.data?.data ?? []) : []);
  const found = kinds.flatMap((kind, i) => rowsOf(i).map((row) => ({ kind, row })));
  return { words, found: exactFirst(found, words) };
}

function exactFirst(found: readonly Found[], words: string): readonly Found[] {
  const parts = words.toLowerCase().split(/[/?#]/);
  const isExact = ({ kind, row }: Found) =>
    [handleOf(row), handleOf(row).slice(1), row[entities[kind].id]].some(
      (name) => name !== '' && parts.includes(String(name)),
    );
  return found.toSorted((a, b) => Number(isExact(b)) - Number(isExact(a)));
}

/** `@handle`, in lower case; empty where a row has none. */
export function handleOf(row: Row): string {
  const handle = row['unique_id'];
  return handle === undefined || handle === '' ? '' : `@${String(handle).toLowerCase()}`;
}

/** A value once it rests. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
