import type { Endpoint } from '../../../catalogue/endpoint.ts';
import { placeholderOrigin } from '../page.ts';

export function curlSample({ path, example }: Endpoint): string {
  const parameters = Object.entries(example.query).map(([name, value]) => option(`${name}=${value}`));
  return [`curl -sG ${placeholderOrigin}${path}`, '-H "Authorization: Bearer $VITRINE_KEY"', ...parameters].join(
    ' \\\n  ',
  );
}

function option(assignment: string): string {
  if (/^[\w=.,-]+$/.test(assignment)) return `-d ${assignment}`;
  return `--data-urlencode '${assignment.replaceAll("'", "'\\''")}'`;
}
