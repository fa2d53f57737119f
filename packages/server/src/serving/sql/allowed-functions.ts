import type { Engine } from '../../warehouse/engine/engine.ts';

/**
 * Kinds of functions, as the engine documents them, that see nothing but their arguments. The rest read files and
 * dictionaries, tell of the machine, call others or wait.
 */
const kinds = [
  'Aggregate Functions',
  'Arithmetic',
  'Arrays',
  'Bit',
  'Bitmap',
  'Comparison',
  'Conditional',
  'Dates and Times',
  'Distance',
  'Encoding',
  'Financial',
  'Hash',
  'IP Address',
  'JSON',
  'Logical',
  'Map',
  'Mathematical',
  'Null',
  'Random Number',
  'Rounding',
  'String',
  'String Replacement',
  'String Search',
  'String Splitting',
  'Time Window',
  'Tuple',
  'Type Conversion',
  'URL',
  'UUID',
];

/** Harmless ones of the kinds that are left out. */
const others = [
  'bar',
  'caseWithExpression',
  'exists',
  'formatReadableDecimalSize',
  'formatReadableQuantity',
  'formatReadableSize',
  'formatReadableTimeDelta',
  'identity',
  'lambda',
  'materialize',
  'seriesOutliersDetectTukey',
  'seriesDecomposeSTL',
  'toTypeName',
  'transform',
];

/** What may end the name of an aggregate function. */
const combinators =
  /(If|Array|Map|OrNull|OrDefault|Distinct|ForEach|Resample|ArgMin|ArgMax|State|Merge|MergeState|SimpleState)$/i;

/** What a statement of somebody else's may call. Letters of either case stand for one function. */
export interface AllowedFunctions {
  /** Whether it may call a function. */
  allows(name: string): boolean;
  /** Whether a name is that of a function that it may not call: `arrayMap(file, paths)` calls what it names. */
  forbids(name: string): boolean;
}

/** Asks the engine which functions it has. */
export async function allowedFunctions(engine: Pick<Engine, 'rows'>): Promise<AllowedFunctions> {
  const all = await engine.rows<{ name: string; is_aggregate: number; allowed: number }>(
    `SELECT lower(name) AS name, is_aggregate,
         origin = 'System' AND (categories IN {kinds:Array(String)} OR functions.name IN {others:Array(String)}
           OR alias_to IN (SELECT name FROM system.functions WHERE origin = 'System' AND categories IN {kinds:Array(String)})) AS allowed
     FROM system.functions AS functions`,
    { kinds, others },
  );
  const namesOf = (wanted: typeof all) => new Set(wanted.map(({ name }) => name));
  const known = namesOf(all);
  const allowed = namesOf(all.filter((each) => each.allowed));
  const aggregates = namesOf(all.filter((each) => each.allowed && each.is_aggregate));
  for (const name of others) allowed.add(name.toLowerCase());
  const isAggregate = (name: string): boolean => {
    const plain = name.replace(combinators, '');
    return aggregates.has(name) || (plain !== name && isAggregate(plain));
  };
  return {
    allows: (name) => allowed.has(name.toLowerCase()) || isAggregate(name.toLowerCase()),
    forbids: (name) => known.has(name.toLowerCase()) && !allowed.has(name.toLowerCase()),
  };
}
