import type { Dataset } from '../../../serving/current-dataset.ts';
import { frontLayout } from '../layout.ts';
import { placeholderOrigin } from '../page.ts';
import { codeBlock } from '../rendering/highlight.ts';
import { type Html, html } from '../rendering/html.ts';

/**
 * The page at `/`, for people who open the address of a server in a browser.
 *
 * @param served undefined: nothing is published
 */
export function frontPage(served: Dataset | undefined): string {
  return frontLayout(html`<h1>Vitrine is running</h1>
<p class="lead">${served === undefined ? 'Nothing is published yet.' : `Serving data as of ${served.asOf}, version ${served.version}.`}</p>
<p class="actions"><a class="button primary" href="/docs">Read the docs</a> <a class="button" href="/docs/reference">Try it in the browser</a></p>
${served === undefined && dataSteps()}
<h2>Get a key</h2>
<p>Every endpoint call needs a key. The operator of this server creates one in the Vitrine folder:</p>
${codeBlock('npx vitrine keys create --name me --data DIR', 'bash', 'Create a key')}
<p>Without <code>--credits</code> the key is unlimited. See <a href="/docs/guides/credits-and-limits">Credits and limits</a>.</p>
<h2>Call an endpoint</h2>
${codeBlock(call, 'bash', 'Call an endpoint')}
<p>The <a href="/docs">docs</a> list every endpoint with its parameters and fields. For agents there is <a href="/llms.txt">/llms.txt</a>, for tools <a href="/openapi.json">/openapi.json</a>.
<a href="/healthz">/healthz</a> and <a href="/readyz">/readyz</a> report the health of the server.</p>`);
}

const call = `curl -s -H 'Authorization: Bearer sk_live_…' '${placeholderOrigin}/v1/tiktok/product/list/analytics?region=US&page_num=1&page_size=10'`;

function dataSteps(): Html {
  return html`<h2>Load data</h2>
${codeBlock('npx vitrine ingest FILE --data DIR\nnpx vitrine publish --data DIR', 'bash', 'Ingest and publish')}
<p><a href="/docs/guides/your-own-data">Your own data</a> describes the format of a file.</p>`;
}
