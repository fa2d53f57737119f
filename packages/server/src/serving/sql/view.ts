/** A table that people query with SQL. */
export interface View {
  readonly name: string;
  /** What one of its rows is. */
  readonly summary: string;
  /** The list whose rows it holds, by its id; absent: of no list. */
  readonly of?: string;
  readonly columns: readonly ViewColumn[];
  /** Its SELECT over a version: `{version:UInt32}` of the served lists, `{state:Identifier}` of what they were worked out from. */
  readonly select: string;
}

export interface ViewColumn {
  readonly name: string;
  readonly meaning: string;
}
