import { QueryClient, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type Catalogue, loadCatalogue } from './catalogue.ts';
import { type Dataset, loadDataset } from './dataset.ts';
import { RequestError } from './request.ts';
import { loadSession, type Session } from './session.ts';

const datasetPollMs = 30_000;

/** Rows of a version never change, so what was read is good until it is pushed out. */
export function createQueryClient(): QueryClient {
  const retry = (failures: number, error: Error) =>
    failures < 2 && error instanceof RequestError && (error.status === 0 || error.status >= 500);
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 300_000, retry, refetchOnWindowFocus: false },
    },
  });
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => loadSession(signal) });
export const catalogueQuery = queryOptions({ queryKey: ['catalogue'], queryFn: ({ signal }) => loadCatalogue(signal) });
export const datasetQuery = queryOptions({
  queryKey: ['dataset'],
  queryFn: ({ signal }) => loadDataset(signal),
  staleTime: datasetPollMs,
  refetchInterval: datasetPollMs,
  refetchOnWindowFocus: true,
});

export function useCatalogue(): Catalogue {
  return useSuspenseQuery(catalogueQuery).data;
}

/** What the server serves now, which may be newer than what is shown. */
export function useServedDataset(): Dataset | undefined {
  return useQuery(datasetQuery).data;
}

export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data;
}
