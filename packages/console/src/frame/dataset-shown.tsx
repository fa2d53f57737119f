import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Dataset } from '../server/dataset.ts';
import { datasetQuery, useServedDataset } from '../server/queries.ts';

/** The version whose numbers are on the screen, and what to do about a newer one. */
export interface DatasetShown {
  readonly dataset: Dataset;
  /** What is served by now, where that is newer. */
  readonly newer: Dataset | undefined;
  showNewer(): void;
}

const Shown = createContext<DatasetShown | undefined>(undefined);
const nothing: Dataset = { version: 0, asOf: null, markets: [] };

/** A newer version is offered and never sprung on who reads. */
export function DatasetProvider({ children }: { readonly children: ReactNode }) {
  const served = useServedDataset() ?? nothing;
  const [kept, setKept] = useState(served);
  const dataset = kept.version === 0 ? served : kept;
  const client = useQueryClient();
  const showNewer = useCallback(() => {
    void client.fetchQuery({ ...datasetQuery, staleTime: 0 }).then(setKept);
  }, [client]);
  const shown = useMemo<DatasetShown>(
    () => ({ dataset, newer: served.version !== dataset.version ? served : undefined, showNewer }),
    [dataset, served, showNewer],
  );
  return <Shown value={shown}>{children}</Shown>;
}

export function useDataset(): DatasetShown {
  const shown = useContext(Shown);
  if (shown === undefined) throw new TypeError('outside of DatasetProvider');
  return shown;
}
