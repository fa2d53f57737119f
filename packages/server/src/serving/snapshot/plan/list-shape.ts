/**
 * How a list is kept: `columns` in memory, for a list of few keys (regions) that is filtered in many ways; `blocks` on
 * disk, one a key, for a list of millions of keys (ids).
 */
export type ListShape = 'columns' | 'blocks';
