import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Dataset } from '../server/dataset.ts';
import { useServedDataset } from '../server/queries.ts';

/** What stands behind `?` in the address. */
export function useAddress(): Readonly<Record<string, string>> {
  return useSearch({ strict: false }) as Readonly<Record<string, string>>;
}

/** Changes what stands behind `?`; undefined takes a name out. */
export function useAddressChange() {
  const navigate = useNavigate();
  return useCallback(
    (changes: Readonly<Record<string, string | undefined>>, { replace = false } = {}) =>
      void navigate({
        to: '.',
        replace,
        search: ((before: Record<string, string>) => without({ ...before, ...changes })) as never,
      }),
    [navigate],
  );
}

function without(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** The market that is looked at: the one in the address, or the largest. */
export function useRegion(): string {
  const { region } = useAddress();
  const served = useServedDataset();
  return region ?? defaultRegion(served);
}

export function defaultRegion(dataset: Dataset | undefined): string {
  return dataset?.markets[0]?.region ?? 'US';
}
