import { type Example, examples } from './examples/examples.ts';
import { keepGenerated, keepGeneratedSections } from './generated-file.ts';

/* Writes an example of what each source exports, and how each is ingested. */

const folder = new URL('../examples/', import.meta.url);

for (const { file, text } of examples) keepGenerated(new URL(file, folder), text());

keepGeneratedSections(new URL('README.md', folder), {
  examples: ['| file | what it is | ingest it |', '|---|---|---|', ...examples.map(row)].join('\n'),
});

function row({ file, form, told }: Example): string {
  const options = Object.entries(told).map(([name, value]) => ` --${name} ${value}`);
  return `| [\`${file}\`](${file}) | ${form.title} | \`vitrine ingest examples/${file}${options.join('')}\` |`;
}
