import type { OpenList } from './open-list.ts';

/** Where an element stands. */
export interface ElementPlace {
  /** Of its first byte, counted from 1. */
  readonly line: number;
  /** Nothing stands before it in its line. */
  readonly beginsLine: boolean;
  /** It ends in the line it begins in. */
  readonly isOneLine: boolean;
  /** It is an element of a list, not a value by itself. */
  readonly isListed: boolean;
  /** The list, where that is inside an object too large to be held. */
  readonly list: OpenList | undefined;
}

export interface ElementHandler {
  /**
   * A list or object with everything in it. Valid only during the call.
   *
   * @returns why it is no JSON; undefined: it is.
   */
  element(bytes: Buffer, place: ElementPlace): string | undefined;
  /** An object is too large to be held: what follows are elements of a list in it. */
  openList(list: OpenList, place: ElementPlace): void;
  /** What stands where a list or object was expected, or is no JSON, longer or deeper than what is read. */
  bad(reason: string, place: ElementPlace): void;
}
