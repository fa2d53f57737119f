import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDataset } from '../frame/dataset-shown.tsx';
import { type Endpoint, parameterAs, type Row } from '../server/catalogue.ts';
import { type Answered, get, type Parameters } from '../server/request.ts';

/** Rows a page: a few screens, in one request. */
export const pageRows = 100;

/** What rows of which version are asked for. */
export interface RowQuestion {
  readonly endpoint: Endpoint;
  /** Key, filters and order: what the endpoint calls them. */
  readonly parameters: Parameters;
  /** Fields that are shown. */
  readonly fields: readonly string[];
  readonly version: number;
}

/** Rows of a question, as far as they are here. */
export interface Rows {
  /** Undefined: the first answer is not here yet. */
  readonly count: number | undefined;
  item(index: number): Row | undefined;
  onView(from: number, to: number): void;
  /** Whether the rows are still those of the question before. */
  readonly isUpdating: boolean;
  readonly error: Error | null;
}

/** One page of rows, as a query. */
export function pageQuery({ endpoint, parameters, fields, version }: RowQuestion, page: number) {
  const asked = {
    ...parameters,
    ...(parameterAs(endpoint, 'fields') && { fields: fields.join(',') }),
    page_num: page + 1,
    page_size: pageRows,
  };
  return {
    queryKey: ['rows', version, endpoint.id, asked],
    queryFn: ({ signal }: { signal: AbortSignal }) => get<readonly Row[]>(endpoint.path, asked, signal),
  };
}

const restMs = 60;

/** Reads the pages that are in view, once scrolling rests, and keeps what was read. */
export function useRows(question: RowQuestion): Rows {
  const key = JSON.stringify([question.endpoint.id, question.parameters, question.fields, question.version]);
  const { pages, onView } = useVisiblePages(key);
  const first = useQuery({ ...pageQuery(question, 0), placeholderData: keepPreviousData });
  const others = useQueries({ queries: pages.filter((page) => page > 0).map((page) => pageQuery(question, page)) });
  const client = useQueryClient();
  const count = useCount(question, first.data, first.isPlaceholderData);
  const arrived = others.map(({ dataUpdatedAt }) => dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question, and what arrived for the pages
  const item = useCallback(
    (index: number) => {
      const page = Math.floor(index / pageRows);
      const known =
        page === 0 ? first.data : client.getQueryData<Answered<readonly Row[]>>(pageQuery(question, page).queryKey);
      return page > 0 && isOfOther(known, question) ? undefined : known?.data[index % pageRows];
    },
    [client, key, first.data, arrived],
  );
  const answers = [first, ...others];
  useNewerVersion(question, first.data, first.isPlaceholderData);
  return {
    count,
    item,
    onView,
    isUpdating: first.isPlaceholderData,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
  };
}

function isOfOther(answer: Answered<unknown> | undefined, { version }: RowQuestion): boolean {
  return answer?.version !== undefined && answer.version !== version;
}

/**
 * Rows of two versions are never mixed. Another one, newer or gone back to, is shown when a new question is answered from it; who
 * scrolls on in the rows of the one before is offered it.
 */
function useNewerVersion(question: RowQuestion, first: Answered<unknown> | undefined, isPlaceholder: boolean): void {
  const { showNewer } = useDataset();
  const isNewQuestion = !isPlaceholder && isOfOther(first, question);
  useEffect(() => {
    if (isNewQuestion) showNewer();
  }, [isNewQuestion, showNewer]);
}

/** How many rows there are: as the first page says, or else counted. */
function useCount(
  question: RowQuestion,
  first: Answered<readonly Row[]> | undefined,
  isPlaceholder: boolean,
): number | undefined {
  const { endpoint, parameters, version } = question;
  const mustCount = first !== undefined && first.total === undefined && endpoint.kind === 'list';
  const counted = useQuery({
    queryKey: ['count', version, endpoint.id, parameters],
    queryFn: ({ signal }) => get<{ rows: number }>(`console/v1/counts/${endpoint.id}`, parameters, signal),
    enabled: mustCount && !isPlaceholder,
    placeholderData: keepPreviousData,
  });
  if (first === undefined) return undefined;
  return first.total ?? counted.data?.data.rows ?? first.data.length;
}

function useVisiblePages(key: string) {
  const [view, setView] = useState({ key, pages: [0] as readonly number[] });
  const resting = useRef(0);
  useEffect(() => () => clearTimeout(resting.current), []);
  const onView = useCallback(
    (from: number, to: number) => {
      clearTimeout(resting.current);
      resting.current = window.setTimeout(() => {
        const screen = to - from;
        const [firstPage, lastPage] = [pageOf(Math.max(0, from - screen)), pageOf(to + screen)];
        setView({ key, pages: Array.from({ length: lastPage - firstPage + 1 }, (_, i) => firstPage + i) });
      }, restMs);
    },
    [key],
  );
  return { pages: view.key === key ? view.pages : [0], onView };
}

function pageOf(row: number): number {
  return Math.floor(row / pageRows);
}
