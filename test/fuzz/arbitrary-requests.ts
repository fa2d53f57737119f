import { METHODS } from 'node:http';
import fc from 'fast-check';
import { hostileTexts, invalidValues, validValues } from './arbitrary-values.ts';
import { type DocumentedParameter, isNeeded, type KnownValues, type Operation } from './operations.ts';
import { chunked, type Expectation, type Header, type WireRequest } from './wire-request.ts';

/** What the fuzzer knows of the server. */
export interface Target {
  readonly operations: readonly Operation[];
  readonly known: KnownValues;
  /** A key that may call everything, and as often as it likes. */
  readonly key: string;
  /** Keys that may not: without credits, without scopes, too hasty. */
  readonly limitedKeys: readonly string[];
  /** Keys that work no more, and texts that never were one. */
  readonly deadKeys: readonly string[];
}

/** Answers to what is no call of any operation. */
const refusals = [400, 401, 404, 405, 408, 413, 417, 431];

type Pair = readonly [name: string, value: string];

/** A question that the documents allow. */
interface Question {
  readonly operation: Operation;
  readonly pairs: readonly Pair[];
}

/** Requests of every kind, each whole: whatever it holds, it ends where it seems to end. */
export function arbitraryRequests(target: Target): fc.Arbitrary<WireRequest> {
  return fc.oneof(
    { weight: 4, arbitrary: validRequests(target) },
    { weight: 5, arbitrary: nearlyValidRequests(target) },
    { weight: 4, arbitrary: hostileQueries(target) },
    { weight: 3, arbitrary: hostilePaths(target) },
    { weight: 4, arbitrary: hostileHeaders(target) },
    { weight: 2, arbitrary: otherCallers(target) },
    { weight: 2, arbitrary: otherMethods(target) },
    { weight: 2, arbitrary: requestsWithBodies(target) },
  );
}

function questions({ operations, known }: Target): fc.Arbitrary<Question> {
  return fc.constantFrom(...operations).chain((operation) => {
    const needed = operation.parameters.filter(isNeeded);
    const optional = operation.parameters.filter((parameter) => !isNeeded(parameter));
    return fc.subarray(optional, { maxLength: Math.min(6, optional.length) }).chain((chosen) =>
      fc.tuple(...[...needed, ...chosen].flatMap((parameter) => validPair(parameter, known) ?? [])).map((pairs) => ({
        operation,
        pairs,
      })),
    );
  });
}

function validPair(parameter: DocumentedParameter, known: KnownValues): fc.Arbitrary<Pair> | undefined {
  return validValues(parameter, known)?.map((value): Pair => [parameter.name, value]);
}

function validRequests(target: Target): fc.Arbitrary<WireRequest> {
  const kept = fc.constantFrom('', '*', '"x"', 'W/"1-xxxxxxxxxxxxxxxxxxxxxx"');
  return fc.tuple(questions(target), kept).map(([{ operation, pairs }, tag]) => ({
    ...requestOf(target, operation, pairs),
    headers: [bearing(target.key), ...(tag === '' ? [] : [['If-None-Match', tag] as const])],
    expected: { statuses: tag === '*' ? [200, 304] : [200] },
  }));
}

/** One thing is wrong with it, which the answer names. */
function nearlyValidRequests(target: Target): fc.Arbitrary<WireRequest> {
  const checked = { ...target, operations: target.operations.filter(({ parameters }) => parameters.length > 0) };
  return questions(checked).chain(({ operation, pairs }) =>
    fc.constantFrom(...operation.parameters.filter((parameter) => parameter.in === 'query')).chain((parameter) =>
      spoilt(parameter, pairs).map((wrong) => ({
        ...requestOf(target, operation, wrong),
        expected: { statuses: [400], names: parameter.name },
      })),
    ),
  );
}

function spoilt(parameter: DocumentedParameter, pairs: readonly Pair[]): fc.Arbitrary<readonly Pair[]> {
  const { name, required, schema } = parameter;
  const others = pairs.filter(([each]) => each !== name);
  // Lists may come in parts: together these are none.
  const twice = fc.constant<readonly Pair[]>([...others, [name, '1'], [name, 'x!']]);
  const left = fc.constantFrom<readonly Pair[]>(others, [...others, [name, '']]);
  const isAnyText = schema.type === 'string' && schema.pattern === undefined && schema.format === undefined;
  const values = isAnyText && schema.maxLength === undefined ? twice : invalidPairs(parameter, others);
  return fc.oneof(values, twice, ...(required ? [left] : []));
}

function invalidPairs(parameter: DocumentedParameter, others: readonly Pair[]): fc.Arbitrary<readonly Pair[]> {
  return invalidValues(parameter).map((value): readonly Pair[] => [...others, [parameter.name, value]]);
}

function hostileQueries(target: Target): fc.Arbitrary<WireRequest> {
  return questions(target).chain(({ operation, pairs }) => {
    const names = fc.oneof(fc.constantFrom('', ...operation.parameters.map(({ name }) => name)), hostileTexts);
    const added = fc.array(fc.tuple(names, fc.oneof(hostileTexts, fc.constant('1'))), { minLength: 1, maxLength: 40 });
    return fc.tuple(added, fc.boolean()).map(([more, isFirst]) => ({
      ...requestOf(target, operation, isFirst ? [...more, ...pairs] : [...pairs, ...more]),
      expected: anyOf(operation),
    }));
  });
}

function hostilePaths(target: Target): fc.Arbitrary<WireRequest> {
  const ways: ((path: string, text: string) => string)[] = [
    (path, text) => path + text,
    (path, text) => `${path}/${text}`,
    (path, text) => text + path,
    (path) => path.toUpperCase(),
    (path) => path.replaceAll('/', '//'),
    (path) => path.replaceAll('/', '%2f'),
    (path) => `/.${path}/../`,
    (path) => `http://other.example${path}`,
    (path) => path.slice(1),
    (_, text) => `/${text}`,
    (_, text) => text,
    () => '*',
  ];
  return fc
    .tuple(questions(target), fc.constantFrom(...ways), hostileTexts)
    .map(([{ operation, pairs }, way, text]) => {
      const request = requestOf(target, operation, pairs);
      const [path = '', query] = request.target.split('?');
      return { ...request, target: `${way(path, text) || '/'}?${query}`, expected: anyOf(operation) };
    });
}

const headerNames = fc.constantFrom(
  ...['Accept', 'Accept-Encoding', 'Accept-Language', 'Authorization', 'Cookie', 'Expect', 'Forwarded', 'From'],
  ...['Host', 'HTTP2-Settings', 'If-Match', 'If-Modified-Since', 'If-None-Match', 'If-Range', 'Max-Forwards', 'Origin'],
  ...[
    'Content-Type',
    'Content-Encoding',
    'Prefer',
    'Range',
    'Referer',
    'TE',
    'Trailer',
    'Upgrade',
    'User-Agent',
    'Via',
  ],
  ...['X-Forwarded-For', 'X-Forwarded-Host', 'X-HTTP-Method-Override', 'X-Original-URL', 'X-Request-Id', '__proto__'],
);

function headerValues(target: Target): fc.Arbitrary<string> {
  return fc.oneof(
    hostileTexts,
    fc.constantFrom(
      '',
      '100-continue',
      'websocket',
      'h2c',
      'gzip, *;q=0',
      '*/*;q=1e9',
      'bytes=0-0,1-',
      'W/"',
      '"',
      '*, *',
    ),
    fc.constantFrom('Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b', `bearer  ${target.key}`, 'Bearer sk_live_'),
  );
}

/** Header names are given; their values are not. */
function hostileHeaders(target: Target): fc.Arbitrary<WireRequest> {
  const [names, values] = [headerNames, headerValues(target)];
  const few = fc.array(fc.tuple(names, values), { minLength: 1, maxLength: 6 });
  const many = fc.tuple(names, values, fc.integer({ min: 50, max: 1_500 }));
  const headers = fc.oneof(
    { weight: 6, arbitrary: few },
    {
      weight: 1,
      arbitrary: many.map(([name, value, count]) =>
        Array.from({ length: count }, (_, i) => [`${name}-${i}`, value] as const),
      ),
    },
  );
  return fc.tuple(questions(target), headers, fc.boolean()).map(([{ operation, pairs }, sent, isKeyed]) => ({
    ...requestOf(target, operation, pairs),
    headers: [...(isKeyed ? [bearing(target.key)] : []), ...sent],
    expected: anyOf(operation),
  }));
}

function otherCallers(target: Target): fc.Arbitrary<WireRequest> {
  const { limitedKeys, deadKeys } = target;
  const callers = fc.oneof(
    fc.constantFrom(...limitedKeys).map((key) => ({ key, isDead: false })),
    fc.constantFrom(...deadKeys).map((key) => ({ key, isDead: true })),
  );
  return fc.tuple(questions(target), callers).map(([{ operation, pairs }, { key, isDead }]) => ({
    ...requestOf(target, operation, pairs),
    headers: [bearing(key)],
    expected: isDead ? { statuses: [401] } : anyOf(operation),
  }));
}

/** CONNECT has no answer: the connection is closed. */
const methods = METHODS.filter((method) => method !== 'CONNECT');

function otherMethods(target: Target): fc.Arbitrary<WireRequest> {
  const documented = new Set(target.operations.map(({ method, path }) => `${method} ${path}`));
  return fc
    .tuple(questions(target), fc.constantFrom(...methods))
    .filter(([{ operation }, method]) => !documented.has(`${method} ${operation.path}`))
    .map(([{ operation, pairs }, method]) => ({
      ...requestOf(target, operation, pairs),
      method,
      expected: { statuses: [405] },
    }));
}

/** A body that nobody asked for changes nothing. */
function requestsWithBodies(target: Target): fc.Arbitrary<WireRequest> {
  const types = fc.constantFrom(
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'x',
    '',
    'a/b; c',
  );
  const sizes = fc.oneof({ weight: 5, arbitrary: fc.nat(2_000) }, { weight: 1, arbitrary: fc.nat(300_000) });
  const bodies = fc.oneof(
    hostileTexts,
    sizes.map((size) => '{'.repeat(size)),
  );
  return fc
    .tuple(questions(target), bodies, types, fc.boolean())
    .map(([{ operation, pairs }, text, type, inChunks]) => ({
      ...requestOf(target, operation, pairs),
      headers: [
        bearing(target.key),
        ['Content-Type', type],
        ...(inChunks ? [['Transfer-Encoding', 'chunked'] as const] : []),
      ],
      body: inChunks ? chunked([text.slice(0, 10), text.slice(10)]) : text,
      expected: { statuses: [200] },
    }));
}

function requestOf({ key }: Target, { method, path, parameters }: Operation, pairs: readonly Pair[]): WireRequest {
  const inPath = new Map(pairs.filter(([name]) => parameters.some((each) => each.in === 'path' && each.name === name)));
  const filled = path.replace(/\{(\w+)\}/g, (braced, name: string) => inPath.get(name) ?? braced);
  const query = pairs.filter(([name]) => !inPath.has(name)).map(([name, value]) => `${name}=${value}`);
  const target = query.length === 0 ? filled : `${filled}?${query.join('&')}`;
  return { method, target, headers: [bearing(key)], body: '', expected: { statuses: [200] } };
}

/** Whatever is documented, but no failure of the server. */
function anyOf({ statuses }: Operation): Expectation {
  return { statuses: [...statuses.filter((status) => status < 500), ...refusals] };
}

function bearing(key: string): Header {
  return ['Authorization', `Bearer ${key}`];
}
