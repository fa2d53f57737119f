import { QueryCache, QueryClient, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type Catalogue, loadCatalogue } from './catalogue.ts';
import { type Dataset, loadDataset } from './dataset.ts';
import { type Answered, RequestError } from './request.ts';
import { loadSession, type Session } from './session.ts';

const datasetPollMs = 30_000;

/**
 * Rows of a version never change, so what was read is good until it is pushed out. An answer of another version than the one
 * known has it looked for at once.
 *
 * @param onLoggedOut the session is over.
 */
export function createQueryClient({ onLoggedOut }: { onLoggedOut(): void }): QueryClient {
  const retry = (failures: number, error: Error) =>
    failures < 2 && error instanceof RequestError && (error.status === 0 || error.status >= 500);
  const queryCache = new QueryCache({
    onSuccess: (answer) => {
      const known = client.getQueryData(datasetQuery.queryKey)?.version;
      const version = versionOf(answer);
      if (known !== undefined && version > 0 && version !== known) void client.refetchQueries(datasetQuery);
    },
    onError: (error) => {
      if (error instanceof RequestError && error.status === 401) onLoggedOut();
    },
  });
  const client = new QueryClient({
    queryCache,
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 300_000, retry, refetchOnWindowFocus: false },
    },
  });
  return client;
}

/** 0: it is not of a version. */
function versionOf(answer: unknown): number {
  return (answer as Partial<Answered<unknown>> | null)?.version ?? 0;
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
