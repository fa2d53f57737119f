/** What a release served, and what the key that asked had left. */
export interface RecordedResponses {
  /** Ids of the lists that the release had. */
  readonly lists: readonly string[];
  readonly responses: readonly RecordedResponse[];
  readonly creditsLeft: number;
}

/** One page. */
interface RecordedResponse {
  readonly list: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly credits: number;
  readonly data: readonly Row[];
}

type Row = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly schema: { readonly enum?: readonly unknown[] };
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
}

interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
}

interface List {
  readonly id: string;
  readonly path: string;
  /** Required ones but those of pages. */
  readonly keys: readonly string[];
  /** Which choose an order. */
  readonly orders: readonly Parameter[];
}

const keysMax = 3;

interface Recording {
  /** Whether a key of each list is asked for in all orders there are. */
  readonly everyOrder: boolean;
}

/** Asks every list that a server documents for pages of some keys. Keys are values of rows it served. */
export async function recordedResponses(url: string, key: string, recording: Recording): Promise<RecordedResponses> {
  const openApi = (await (await fetch(new URL('/openapi.json', url))).json()) as OpenApi;
  const lists = listsOf(openApi);
  const recorder = new Recorder(url, key, recording);
  await recorder.start();
  const waiting = new Set(lists);
  for (let served = true; served; ) {
    served = false;
    for (const list of waiting) if (await recorder.record(list)) served = waiting.delete(list);
  }
  if (waiting.size > 0) throw new Error(`no row has a key of ${[...waiting].map(({ id }) => id).join(', ')}`);
  return { lists: lists.map(({ id }) => id), responses: recorder.responses, creditsLeft: await recorder.creditsLeft() };
}

/** A list is what can be exported; the path of its export ends in its id. */
function listsOf({ paths }: OpenApi): readonly List[] {
  const pathsById = new Map(Object.entries(paths).map(([path, { get }]) => [get?.operationId ?? '', path]));
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const exported = get && pathsById.get(`export_${get.operationId}`);
    const parameters = get?.parameters ?? [];
    const keys = parameters.filter(({ name, required }) => required && !name.startsWith('page_'));
    const orders = parameters.filter(({ name }) => name.includes('sort_'));
    const id = exported?.split('/').at(-1);
    return id === undefined ? [] : [{ id, path, keys: keys.map(({ name }) => name), orders }];
  });
}

class Recorder {
  readonly responses: RecordedResponse[] = [];
  readonly #url: string;
  readonly #key: string;
  readonly #recording: Recording;
  #left = 0;
  /** Values of fields that were served, the key parameters of other lists among them. */
  readonly #rows: Row[] = [{ region: 'US' }, { region: 'ID' }, { region: 'TH' }, { region: 'GB' }, { region: 'VN' }];

  constructor(url: string, key: string, recording: Recording) {
    this.#url = url;
    this.#key = key;
    this.#recording = recording;
  }

  async start(): Promise<void> {
    this.#left = await this.creditsLeft();
  }

  /** @returns false where no key of the list is known yet */
  async record(list: List): Promise<boolean> {
    const keys = this.#keysOf(list);
    let servedKeys = 0;
    for (const key of keys) {
      const rows = await this.#page(list, { ...key, page_num: '1', page_size: '10' });
      if (rows.length === 0) continue;
      await this.#page(list, { ...key, page_num: '2', page_size: '2' });
      if (servedKeys === 0 && this.#recording.everyOrder) await this.#everyOrder(list, key);
      servedKeys += 1;
      if (servedKeys === keysMax) break;
    }
    return servedKeys > 0;
  }

  async creditsLeft(): Promise<number> {
    const { data } = await this.#get<{ readonly credits: number }>('/v1/account/balance', {});
    return data.credits;
  }

  #keysOf({ keys }: List): readonly Readonly<Record<string, string>>[] {
    const found = this.#rows
      .filter((row) => keys.every((name) => (row[name] ?? '0') !== '0'))
      .map((row) => JSON.stringify(Object.fromEntries(keys.map((name) => [name, String(row[name])]))));
    return [...new Set(found)].map((key) => JSON.parse(key));
  }

  async #everyOrder(list: List, key: Readonly<Record<string, string>>): Promise<void> {
    for (const query of combinations(list.orders))
      await this.#page(list, { ...key, ...query, page_num: '1', page_size: '5' });
  }

  async #page(list: List, query: Readonly<Record<string, string>>): Promise<readonly Row[]> {
    const { data, headers } = await this.#get<readonly Row[]>(list.path, query);
    const left = Number(headers.get('x-credits-remaining'));
    this.responses.push({ list: list.id, path: list.path, query, credits: this.#left - left, data });
    this.#rows.push(...data);
    this.#left = left;
    return data;
  }

  async #get<Data>(path: string, query: Readonly<Record<string, string>>) {
    const address = new URL(path, this.#url);
    address.search = String(new URLSearchParams(query));
    const response = await fetch(address, { headers: { authorization: `Bearer ${this.#key}` } });
    if (response.status !== 200) throw new Error(`${address}: ${response.status} ${await response.text()}`);
    const { data } = (await response.json()) as { readonly data: Data };
    return { data, headers: response.headers };
  }
}

/** Every choice of values of parameters. */
function combinations(parameters: readonly Parameter[]): readonly Readonly<Record<string, string>>[] {
  return parameters.reduce<readonly Readonly<Record<string, string>>[]>(
    (before, { name, schema }) =>
      before.flatMap((query) => (schema.enum ?? []).map((value) => ({ ...query, [name]: String(value) }))),
    [{}],
  );
}
