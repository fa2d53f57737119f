import { catalogue } from '../packages/server/src/catalogue/catalogue.ts';
import { type Endpoint, requestedFields, type SeriesEndpoint } from '../packages/server/src/catalogue/endpoint.ts';
import type { DocumentedField } from '../packages/server/src/catalogue/field.ts';
import { fieldSchema, parameterProse } from '../packages/server/src/catalogue/json-schema.ts';
import { methodName } from '../packages/server/src/catalogue/method-name.ts';
import type { Parameter, ParameterDomain } from '../packages/server/src/catalogue/parameter.ts';
import { keepGenerated } from './generated-file.ts';

/* Writes what the SDK knows of the endpoints: their types and, as data, their parameters. */
keepGenerated(new URL('../packages/sdk/src/generated/endpoints.ts', import.meta.url), fileText(catalogue));

function fileText(endpoints: readonly Endpoint[]): string {
  return [
    '// Made from the catalogue by scripts/generate-sdk.ts ("npm run generate"): edits are lost.',
    `import type { ${sharedTypes(endpoints).join(', ')} } from '../endpoint-method.ts';`,
    "import type { EndpointSpec } from '../endpoint-spec.ts';",
    ...endpoints.flatMap((endpoint) => [parametersText(endpoint), ...exportText(endpoint), rowText(endpoint)]),
    methodsText(endpoints),
    specsText(endpoints),
    '',
  ].join('\n\n');
}

function sharedTypes(endpoints: readonly Endpoint[]): readonly string[] {
  return ['Count', ...[...new Set(endpoints.map(methodType))].sort(), 'PageParameters'];
}

function parametersText(endpoint: Endpoint): string {
  return [
    `/** Parameters of {@link EndpointMethods.${methodName(endpoint)}}. */`,
    `export interface ${typeName(endpoint)}Parameters ${hasPages(endpoint) ? 'extends PageParameters ' : ''}{`,
    ...membersText(endpoint),
    '}',
  ].join('\n');
}

/** Of an export that takes other parameters than its endpoint. */
function exportText(endpoint: Endpoint): readonly string[] {
  if (endpoint.kind !== 'trend') return [];
  const lines = [
    `/** Parameters of {@link EndpointMethods.${methodName(endpoint)}}'s \`export\`. */`,
    `export interface ${typeName(endpoint)}ExportParameters {`,
    ...membersText(endpoint.series),
    '}',
  ];
  return [lines.join('\n')];
}

/** Those of pages and fields are said once for all. */
function membersText({ parameters }: Endpoint | SeriesEndpoint): readonly string[] {
  const own = parameters.filter((parameter) => !['pageNum', 'pageSize', 'fields'].includes(parameter.use.as));
  return own.map((parameter) => memberText(parameter, parameterType(parameter.domain), parameterProse(parameter)));
}

function hasPages({ kind }: Endpoint): boolean {
  return kind === 'list' || kind === 'trend' || kind === 'ranking';
}

function memberText({ name, required }: Parameter, type: string, prose: string): string {
  const optional = required ? '' : ' | undefined';
  return `  /** ${prose} */\n  readonly ${name}${required ? '' : '?'}: ${type}${optional};`;
}

function parameterType(domain: ParameterDomain): string {
  switch (domain.kind) {
    case 'id':
    case 'region':
    case 'date':
    case 'words':
    case 'phrase':
    case 'name':
    case 'handle':
      return 'string';
    case 'count':
      return 'Count';
    case 'choice':
      return domain.choices.map(({ value, label }) => `${value} | '${label}'`).join(' | ');
    case 'ids':
    case 'handles':
    case 'fields':
    case 'addresses':
      return 'string | readonly string[]';
    case 'day':
    case 'decimal':
    case 'integer':
      return 'number';
  }
}

function rowText(endpoint: Endpoint): string {
  return [
    `/** A row of {@link EndpointMethods.${methodName(endpoint)}}. */`,
    `export interface ${typeName(endpoint)}Row {`,
    ...endpoint.row.map(
      (field) =>
        `  /** ${field.description} */\n  readonly ${field.name}${field.onlyOf === undefined ? '' : '?'}: ${fieldType(field)};`,
    ),
    ...requestedFields(endpoint).map(
      (field) => `  /** ${field.description}. On request. */\n  readonly ${field.name}?: ${fieldType(field)};`,
    ),
    ...valuesText(endpoint),
    '}',
  ].join('\n');
}

function valuesText({ fieldByValue }: Endpoint): readonly string[] {
  if (fieldByValue === undefined) return [];
  const { name, description } = fieldByValue;
  return [`  /** By ${name}: ${description} */\n  readonly [value: string]: ${fieldType(fieldByValue)};`];
}

function fieldType(field: DocumentedField): string {
  return fieldSchema(field).type === 'string' ? 'string' : 'number';
}

function methodsText(endpoints: readonly Endpoint[]): string {
  const methods = endpoints.map(
    (endpoint) =>
      `  /** ${endpoint.summary} */\n` +
      `  readonly ${methodName(endpoint)}: ${methodType(endpoint)}<${methodTypes(endpoint).join(', ')}>;`,
  );
  return ['/** A method an endpoint. */', 'export interface EndpointMethods {', ...methods, '}'].join('\n');
}

function methodTypes(endpoint: Endpoint): readonly string[] {
  const name = typeName(endpoint);
  return [`${name}Parameters`, `${name}Row`, ...(endpoint.kind === 'trend' ? [`${name}ExportParameters`] : [])];
}

function methodType({ kind }: Endpoint): string {
  switch (kind) {
    case 'list':
      return 'ListMethod';
    case 'detail':
      return 'DetailMethod';
    case 'trend':
      return 'TrendMethod';
    case 'ranking':
      return 'PagedMethod';
    case 'lookup':
      return 'LookupMethod';
  }
}

function specsText(endpoints: readonly Endpoint[]): string {
  const specs = endpoints.map((endpoint) => `  ${JSON.stringify(specOf(endpoint))},`);
  return ['/** Every endpoint as data. */', 'export const endpoints: readonly EndpointSpec[] = [', ...specs, '];'].join(
    '\n',
  );
}

function specOf(endpoint: Endpoint) {
  const { id, kind, path, title, summary, rowId, columns, parameters, row } = endpoint;
  return {
    id,
    kind,
    method: methodName(endpoint),
    path,
    title,
    summary,
    rowId,
    columns,
    parameters: parameters.map(parameterSpec),
    ...(endpoint.kind === 'trend' && { export: exportSpec(endpoint.series) }),
    row: row.map(fieldSpec),
    ...(requestedFields(endpoint).length > 0 && { onRequest: requestedFields(endpoint).map(fieldSpec) }),
  };
}

function fieldSpec({ name, kind }: DocumentedField) {
  return { name, kind };
}

function exportSpec({ summary, parameters }: SeriesEndpoint) {
  return { summary, parameters: parameters.map(parameterSpec) };
}

function parameterSpec(parameter: Parameter) {
  const { name, required, domain, use } = parameter;
  return {
    name,
    required,
    kind: domain.kind,
    use: use.as,
    description: parameterProse(parameter),
    ...(domain.kind === 'choice' ? { choices: domain.choices } : {}),
  };
}

function typeName(endpoint: Endpoint): string {
  const name = methodName(endpoint);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
