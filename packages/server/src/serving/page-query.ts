/** How a condition compares a row's field with its value. */
export type ValueTest = 'equal' | 'atLeast' | 'atMost';

/** The same of a text, whatever the case of its letters: it holds the value, or it is the value. */
type TextTest = 'contains' | 'equalInAnyCase';

export type Test = ValueTest | TextTest;

/** One thing that must hold of every row of the answer. */
export interface Condition {
  readonly field: string;
  readonly test: Test;
  /**
   * Canonical text of the value, without white space: texts in lower case, integers without leading zeros, decimals without exponent and trailing zeros (at most
   * 15 digits before and 6 after the point), days as yyyyMMdd. Equal values have equal texts.
   */
  readonly value: string;
}

/** A checked question for one page of a list. Equal questions are deeply equal. */
export interface PageQuery {
  /** Whose list it is: what the fields of the list's key are equal to. */
  readonly key: readonly Condition[];
  readonly filters: readonly Condition[];
  /** Ids of the rows asked for, in the order they are to come, whatever their key; absent: the page that the rest says. */
  readonly ids?: readonly string[];
  readonly sort: { readonly field: string; readonly descending: boolean };
  /** From 1. */
  readonly pageNum: number;
  /** Rows a page. */
  readonly pageSize: number;
}

/** The values of a query's key as one text, in the order of the key's fields. */
export function keyText({ key }: Pick<PageQuery, 'key'>): string {
  return key.map(({ value }) => value).join('/');
}

/** Whether a condition looks into texts, of which no index is kept. */
export function isAboutText({ test }: Condition): boolean {
  return test === 'contains' || test === 'equalInAnyCase';
}
