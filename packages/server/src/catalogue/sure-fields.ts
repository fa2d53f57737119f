import { code, count, type Field, type Fields, rate } from './field.ts';

type SureName<Name extends string> = `${Name}_${'low' | 'high' | 'basis' | 'known_rate'}`;

/**
 * How sure an estimated number of units is (docs/estimates.md section 6): fields that rows have on request.
 *
 * @param of examples of the numbers, by the names of their fields.
 */
export function sureFields<Name extends string>(of: Readonly<Record<Name, number>>): Record<SureName<Name>, Field> {
  const each = Object.entries<number>(of).map(([name, units]) => fieldsOf(name, units));
  return Object.assign({}, ...each) as Record<SureName<Name>, Field>;
}

const section = 6;

function fieldsOf(name: string, units: number): Fields {
  return {
    [`${name}_low`]: count(
      `What \`${name}\` is at least, by an interval of 80 %; the number itself where nothing is estimated`,
      Math.round(units * 0.5),
      { section },
    ),
    [`${name}_high`]: count(
      `What \`${name}\` is at most, by an interval of 80 %; the number itself where nothing is estimated`,
      Math.round(units * 2),
      { section },
    ),
    [`${name}_basis`]: code(
      `How \`${name}\` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it)`,
      'estimated',
      { section },
    ),
    [`${name}_known_rate`]: rate(
      `Part of \`${name}\` that is observed or stated, 0 to 1; 1 where nothing is estimated`,
      0.25,
      { section },
    ),
  };
}
