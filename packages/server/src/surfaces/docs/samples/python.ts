import type { Endpoint } from '../../../catalogue/endpoint.ts';
import { placeholderOrigin } from '../page.ts';
import { shownFields } from './shown-fields.ts';

/** Needs nothing but Python 3. */
export function pythonSample(endpoint: Endpoint): string {
  const { path, example } = endpoint;
  const parameters = Object.entries(example.query).map(([name, value]) => `    ${quoted(name)}: ${quoted(value)},`);
  const shown = shownFields(endpoint).map((field) => `row[${quoted(field)}]`);
  return `import json
import os
import urllib.error
import urllib.parse
import urllib.request

query = urllib.parse.urlencode({
${parameters.join('\n')}
})
request = urllib.request.Request(
    f"${placeholderOrigin}${path}?{query}",
    headers={"Authorization": f"Bearer {os.environ['VITRINE_KEY']}"},
)
try:
    with urllib.request.urlopen(request, timeout=30) as response:
        envelope = json.load(response)
except urllib.error.HTTPError as error:
    # The message of the envelope says what to fix.
    raise SystemExit(json.load(error)["message"])

for row in envelope["data"]:
    print(${shown.join(', ')})`;
}

/** A JSON string is a Python string. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
