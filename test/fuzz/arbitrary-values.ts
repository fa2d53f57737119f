import fc from 'fast-check';
import type { DocumentedParameter, KnownValues, ParameterSchema } from './operations.ts';

/** One value of a query, percent-encoded as it is sent. */
type Encoded = string;

/** Values that a parameter must take, whatever the others are. Undefined: the document does not tell one. */
export function validValues(
  { name, schema, example }: DocumentedParameter,
  known: KnownValues,
): fc.Arbitrary<Encoded> | undefined {
  // A period of any length may begin on a Monday that is the 1st of its month.
  if (name === 'date') return fc.constant('2026-06-01');
  // A lower bound at its lowest is never above an upper one.
  const isLowerBound = name.startsWith('min_');
  const seen = isLowerBound ? [] : [...(example === undefined ? [] : [String(example)]), ...(known.get(name) ?? [])];
  // A field may have values that a filter of the same name does not take.
  const taken = schema.enum === undefined ? seen : [];
  const values = [...taken, ...valuesOf(schema, isLowerBound)];
  return values.length === 0 ? undefined : fc.constantFrom(...values.map(encodeURIComponent));
}

function valuesOf(schema: ParameterSchema, isLowerBound: boolean): string[] {
  const { type, enum: values, minimum: least = 0, maximum } = schema;
  if (values !== undefined) return values.map(String);
  if (type === 'string') return isFreeText(schema) ? ['x', 'nothing of that name'] : [];
  return isLowerBound ? [String(least)] : [String(least), String(maximum ?? least + 1_000)];
}

const textsThatAreNoNumbers = [
  'abc',
  '1.5.2',
  '0x10',
  '1e3',
  '+1',
  ' 1',
  '1 ',
  '-1',
  'NaN',
  'null',
  '١',
  '[]',
  '9'.repeat(40),
];

/** Values that a parameter must refuse. */
export function invalidValues({ schema }: DocumentedParameter): fc.Arbitrary<Encoded> {
  const oddlyEncoded = isFreeText(schema) ? [] : ['%ff', '%00', '%zz', '%', '%25'];
  return fc.constantFrom(...refusedBy(schema).map(encodeURIComponent), ...oddlyEncoded);
}

function isFreeText({ type, pattern, format }: ParameterSchema): boolean {
  return type === 'string' && pattern === undefined && format === undefined;
}

function refusedBy(schema: ParameterSchema): readonly string[] {
  const { type, enum: values, minimum, maximum, pattern, maxLength } = schema;
  if (isFreeText(schema)) return ['x'.repeat((maxLength ?? 1_000) + 1)];
  if (type === 'string') return textsThatAreNoNumbers.filter((text) => !new RegExp(pattern ?? '^$', 'u').test(text));
  if (values !== undefined) return [...textsThatAreNoNumbers, String(Math.max(...values.map(Number)) + 1)];
  return [
    ...textsThatAreNoNumbers,
    String((minimum ?? 0) - 1),
    ...(maximum === undefined ? [] : [String(maximum + 1)]),
  ];
}

const bytes = fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte));
const visible = fc.integer({ min: 0x21, max: 0x7e }).map((byte) => String.fromCharCode(byte));
const oddities = fc.constantFrom(
  ...['%', '%%', '%2', '%zz', '%00', '%0d%0a', '%c0%af', '%ff%fe', '%ed%a0%80', '%f4%90%80%80', '%u0041', '%2e%2e%2f'],
  ...['&', '&&', '=', '==', '#', ';', '+', '[]', '[0]', '{}', '..', '//', '\\', "'", '"', '<', '\x7f', '\xe9', '\xff'],
  ...['__proto__', 'constructor', 'toString', "' OR 1=1 --", '1;DROP TABLE x', '%F0%9F%92%A9'],
);

/** Texts that no parameter is made for; mostly short, sometimes as long as a request line may be. */
export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: oddities },
  { weight: 4, arbitrary: fc.array(fc.oneof(oddities, visible), { maxLength: 12 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(visible, fc.integer({ min: 100, max: 20_000 })).map(([c, n]) => c.repeat(n)) },
);

/** Any bytes at all. */
export const hostileBytes: fc.Arbitrary<string> = fc.array(bytes, { maxLength: 200 }).map((parts) => parts.join(''));
