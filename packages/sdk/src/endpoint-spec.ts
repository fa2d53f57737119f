/** One value of an enum and its name. */
export interface ParameterChoice {
  readonly value: number;
  readonly label: string;
}

/** A parameter of an endpoint, as data. */
export interface ParameterSpec {
  readonly name: string;
  readonly required: boolean;
  readonly kind:
    | 'id'
    | 'ids'
    | 'region'
    | 'day'
    | 'date'
    | 'decimal'
    | 'count'
    | 'integer'
    | 'choice'
    | 'addresses'
    | 'name'
    | 'words'
    | 'phrase'
    | 'fields'
    | 'handle'
    | 'handles';
  readonly use: 'key' | 'filter' | 'sortField' | 'sortType' | 'pageNum' | 'pageSize' | 'fields' | 'sure' | 'argument';
  readonly description: string;
  /** Of a `choice`. */
  readonly choices?: readonly ParameterChoice[];
}

/** A field of a row, as data. */
export interface FieldSpec {
  readonly name: string;
  readonly kind:
    | 'id'
    | 'digits'
    | 'text'
    | 'code'
    | 'json'
    | 'count'
    | 'flag'
    | 'day'
    | 'date'
    | 'amount'
    | 'rate'
    | 'rating';
}

/** An endpoint as data: for those who offer all of them, such as the command line. */
export interface EndpointSpec {
  readonly id: string;
  /** A `list` or `trend` comes in pages; the rows of a `detail` or `lookup` come whole. */
  readonly kind: 'list' | 'detail' | 'trend' | 'ranking' | 'lookup';
  /** Name of the client's method. */
  readonly method: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** The field that names a row within its list. */
  readonly rowId: string;
  /** The few fields that a person reads in a table. */
  readonly columns: readonly string[];
  readonly parameters: readonly ParameterSpec[];
  /** Of a trend, what its export is and takes; a list is exported with its own parameters. */
  readonly export?: Pick<EndpointSpec, 'summary' | 'parameters'>;
  readonly row: readonly FieldSpec[];
  /** Fields that rows have besides, only when they are asked for: how sure estimates are, by `sure` or by their names. */
  readonly onRequest?: readonly FieldSpec[];
}

/** What an endpoint can export, as an endpoint of its own with the parameters of that; undefined for nothing. */
export function exportedOf(endpoint: EndpointSpec): EndpointSpec | undefined {
  const exported = endpoint.kind === 'list' ? endpoint : endpoint.export && { ...endpoint, ...endpoint.export };
  if (exported === undefined) return undefined;
  return { ...exported, parameters: exported.parameters.filter(({ use }) => use !== 'pageNum' && use !== 'pageSize') };
}
