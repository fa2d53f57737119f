import type { Endpoint } from '../../../catalogue/endpoint.ts';
import { parameterSchema } from '../../../catalogue/json-schema.ts';
import { methodName } from '../../../catalogue/method-name.ts';
import type { Parameter } from '../../../catalogue/parameter.ts';
import { placeholderOrigin } from '../page.ts';
import { quoted } from './quoted.ts';
import { shownFields } from './shown-fields.ts';

/** With the SDK, which asks for the first page of ten unless told otherwise. */
export function typescriptSample(endpoint: Endpoint): string {
  const method = methodName(endpoint);
  const shown = shownFields(endpoint).map((field) => `row.${field}`);
  return `import { createClient } from '@vitrine/sdk';

const vitrine = createClient({
  baseUrl: '${placeholderOrigin}',
  key: process.env.VITRINE_KEY ?? '',
});
const rows = await vitrine.${method}({
${argumentsOf(endpoint).join('\n')}
});

for (const row of rows) console.log(${shown.join(', ')});`;
}

function argumentsOf({ parameters, example }: Endpoint): readonly string[] {
  return parameters
    .filter(({ name, use }) => example.query[name] !== undefined && use.as !== 'pageNum' && use.as !== 'pageSize')
    .map((parameter) => `  ${parameter.name}: ${literal(parameter, example.query[parameter.name] ?? '')},`);
}

/** A value as the SDK's types want it; of an enum its name, which can be read. */
function literal(parameter: Parameter, value: string): string {
  const { domain } = parameter;
  if (domain.kind !== 'choice') return parameterSchema(parameter).type === 'string' ? quoted(value) : value;
  const label = domain.choices.find((choice) => String(choice.value) === value)?.label;
  return label === undefined ? value : quoted(label);
}
