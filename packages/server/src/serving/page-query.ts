/** How a condition compares a row's field with its value. */
export type ValueTest = 'equal' | 'atLeast' | 'atMost';

/** The same of a text, whatever the case of its letters: it contains the value, or it is the value. */
type TextTest = 'contains' | 'equalInAnyCase';

/** Of a key: the value is several ids, joined by commas, and rows of each come in this order. One id alone is `equal`. */
type KeyTest = 'anyOf';

/** Of an id: it is the value. Of a JSON array: the value, an id, is in it. */
type IdTest = 'holds';

export type Test = ValueTest | TextTest | KeyTest | IdTest;

/** One thing that must hold of every row of the answer. */
export interface Condition {
  readonly field: string;
  readonly test: Test;
  /**
   * Canonical text of the value: texts in lower case or as the enum names them, integers without leading zeros, decimals without exponent and trailing zeros (at most
   * 15 digits before and 6 after the point), days as yyyyMMdd. Equal values have equal texts.
   */
  readonly value: string;
}

/** A checked question for one page of a list. Equal questions are deeply equal. */
export interface PageQuery {
  /** Whose list it is: what the fields of the list's key are equal to, or any of. */
  readonly key: readonly Condition[];
  readonly filters: readonly Condition[];
  /** Ids of the rows asked for, in the order they are to come, of any key where none is given; absent: the page that the rest says. */
  readonly ids?: readonly string[];
  /** Rows asked for besides, after those of `ids`: whose field is one of these texts, in any case. */
  readonly handles?: { readonly field: string; readonly values: readonly string[] };
  readonly sort: { readonly field: string; readonly descending: boolean };
  /** From 1. */
  readonly pageNum: number;
  /** Rows a page. */
  readonly pageSize: number;
  /** Fields wanted of each row, in its order; absent: all. Readers give whole rows, `chosen-fields.ts` cuts them. */
  readonly fields?: readonly string[];
}

/** The values of a query's key as one text, in the order of the key's fields. */
export function keyText({ key }: Pick<PageQuery, 'key'>): string {
  return key.map(({ value }) => value).join('/');
}

/** The ids that a key has of its field, in the order in which their rows come; undefined unless there are several. */
export function keysOf({ key }: Pick<PageQuery, 'key'>): readonly string[] | undefined {
  return key.find(({ test }) => test === 'anyOf')?.value.split(',');
}

/** Whether a condition is about what no index is kept of: texts, and ids of which most rows have their own. */
export function isUnindexed({ test }: Condition): boolean {
  return test === 'contains' || test === 'equalInAnyCase' || test === 'holds';
}
