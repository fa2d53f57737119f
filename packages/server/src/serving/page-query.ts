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
  /** The key's conditions first, then the filters. */
  readonly conditions: readonly Condition[];
  readonly sort: { readonly field: string; readonly descending: boolean };
  /** From 1. */
  readonly pageNum: number;
  /** Rows a page. */
  readonly pageSize: number;
}

/** Whether a condition looks into texts, of which no index is kept. */
export function isAboutText({ test }: Condition): boolean {
  return test === 'contains' || test === 'equalInAnyCase';
}
