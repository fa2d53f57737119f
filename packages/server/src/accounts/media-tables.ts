import type { Fixed } from './column-types.ts';

/** What addresses of images are signed with: the row with id 1. */
export interface MediaKeyTable {
  readonly id: Fixed<1>;
  /** 64 hexadecimal digits. */
  readonly key: Fixed<string>;
}
