import type { Endpoint } from '../../../catalogue/endpoint.ts';
import { placeholderOrigin } from '../page.ts';
import { quoted } from './quoted.ts';
import { shownFields } from './shown-fields.ts';

/** Needs nothing but Node 20; a module. */
export function javascriptSample(endpoint: Endpoint): string {
  const { path, example } = endpoint;
  const parameters = Object.entries(example.query).map(([name, value]) => `  ${name}: ${quoted(value)},`);
  const shown = shownFields(endpoint).map((field) => `row.${field}`);
  return `const query = new URLSearchParams({
${parameters.join('\n')}
});
const response = await fetch(\`${placeholderOrigin}${path}?\${query}\`, {
  headers: { Authorization: \`Bearer \${process.env.VITRINE_KEY}\` },
});
const { code, message, data } = await response.json();
// The message says what to fix.
if (code !== 0) throw new Error(message);

for (const row of data) console.log(${shown.join(', ')});`;
}
