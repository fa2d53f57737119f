/** A row as it is served: field names of the contract, counts and amounts as numbers, ids and texts as strings. */
export type Row = Record<string, string | number>;
