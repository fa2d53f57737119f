import { aliasesOf } from '../../../catalogue/aliases.ts';
import { type Endpoint, exportedOf, requestedFields } from '../../../catalogue/endpoint.ts';
import { methodName } from '../../../catalogue/method-name.ts';
import type { Parameter } from '../../../catalogue/parameter.ts';
import type { ErrorEntry } from '../../../kernel/errors.ts';
import { exportPath } from '../../export/export-path.ts';
import { endpointErrors } from '../../http/endpoint-errors.ts';
import { type FieldGroup, fieldGroups } from '../rendering/field-groups.ts';
import type { FindRule } from '../rendering/rules.ts';
import { samplesOf } from '../samples/sample.ts';
import { exampleRequest, exampleResponse, priceWords } from './example-call.ts';
import { defaultWords, limits, requiredFirst, typeWord } from './parameter-words.ts';

/** The page of an endpoint as Markdown: all that a person or an agent needs to call it. */
export function endpointMarkdown(endpoint: Endpoint, ruleOf: FindRule): string {
  return [
    `# ${endpoint.title}`,
    endpoint.summary,
    facts(endpoint),
    endpoint.description,
    '## Parameters',
    parameterWords,
    table(['name', 'type', '', 'meaning'], requiredFirst(endpoint.parameters).map(parameterRow)),
    '## Response',
    responseWords(endpoint),
    table(
      ['field', 'type', 'meaning'],
      fieldGroups(endpoint.row).map((group) => fieldRow(group, ruleOf)),
    ),
    ...onRequest(endpoint, ruleOf),
    '## Example',
    fence('http', `GET ${exampleRequest(endpoint)}\nAuthorization: Bearer sk_live_…`),
    fence('json', exampleResponse(endpoint)),
    '## Samples',
    'The samples read the key from the environment variable `VITRINE_KEY`.',
    ...samplesOf(endpoint).map(({ language, title, code }) => `### ${title}\n\n${fence(language, code)}`),
    '## Errors',
    errorWords,
    table(['status', 'message', 'what to do'], endpointErrors.map(errorRow)),
    '',
  ].join('\n\n');
}

function onRequest(endpoint: Endpoint, ruleOf: FindRule): readonly string[] {
  const fields = fieldGroups(requestedFields(endpoint));
  if (fields.length === 0) return [];
  const rows = fields.map((group) => fieldRow(group, ruleOf));
  return [requestedWords, table(['field', 'type', 'meaning'], rows)];
}

/** Before the fields that come only when they are asked for. */
export const requestedWords = 'With `sure=1`, or when they are named in `fields`, rows also have:';

/** How parameters are sent. */
export const parameterWords =
  'Send parameters in the query string, each at most once. Unknown parameters are ignored and listed in the ' +
  '`X-Ignored-Parameters` header; an empty parameter counts as absent.';

/** The envelope of a success, before the fields of its rows. */
export function responseWords({ sortFields }: Endpoint): string {
  const words =
    'A 200 is `{"code": 0, "message": "success", "data": […], "requestId": "…"}`. `data` is the list of rows, empty when nothing matches.';
  if (sortFields.length === 0) return words;
  return `${words} Rows with equal sort values are sorted by id, so pages do not overlap within one dataset version.`;
}

export const errorWords =
  'An error response has an HTTP status and the same number in the `code` field of the envelope. `data` is null, and `message` ' +
  'says what to fix. Errors cost no credits.';

function facts(endpoint: Endpoint): string {
  return [
    `- Request: \`GET ${endpoint.path}\` with the header \`Authorization: Bearer YOUR_KEY\``,
    ...aliasesOf(endpoint).map((path) => `- Alias: \`${path}\` (EchoTik path)`),
    `- Price: ${priceWords(endpoint)} for a 200; any other response is free`,
    `- MCP tool: \`${endpoint.tool}\``,
    `- SDK: \`vitrine.${methodName(endpoint)}(…)\``,
    `- Command: \`vitrine get ${endpoint.id}\``,
    ...exportedOf([endpoint]).map((all) => `- [Export](/docs/guides/export): \`${exportPath(all)}\``),
  ].join('\n');
}

function parameterRow(parameter: Parameter): readonly string[] {
  const { name, domain, required, description } = parameter;
  const choices = domain.kind === 'choice' ? domain.choices.map(({ value, label }) => `${value} = ${label}`) : [];
  const listed = choices.length === 0 ? limits(parameter) : `${choices.join(', ')}.`;
  const whenAbsent = defaultWords(parameter);
  const need = required ? 'required' : whenAbsent === undefined ? 'optional' : `default ${whenAbsent}`;
  return [`\`${name}\``, typeWord(parameter), need, `${description} ${listed}`];
}

function fieldRow(group: FieldGroup, ruleOf: FindRule): readonly string[] {
  const rule = ruleOf(group);
  const windows = group.days.length === 0 ? '' : ` N is one of ${group.days.join(', ')}.`;
  const link = rule === undefined ? '' : ` [How it is calculated](/docs/guides/estimates#${rule.anchor})`;
  return [`\`${group.name}\``, group.kind, `${group.description}${windows}${link}`];
}

function errorRow({ code, id, message, whatToDo }: ErrorEntry): readonly string[] {
  return [String(code), `[${message}](/docs/errors/${id})`, whatToDo];
}

/** A table of Markdown; bars in cells would end them. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A block of code of Markdown. */
export function fence(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}
