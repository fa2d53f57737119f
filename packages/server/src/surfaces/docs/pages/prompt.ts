import { placeholderOrigin } from '../page.ts';

const pagesRule =
  '- A page has at most 10 rows (page_size). Request page_num 1, 2, 3, … until a page has fewer rows than page_size.\n';

/**
 * What an assistant needs to write a program that calls an endpoint: how to call, what to mind, the endpoint's page.
 */
export function callPrompt(page: string, hasPages: boolean): string {
  return `Write a program that calls an endpoint of the Vitrine API. The task is at the end of this message; ask me if it is
empty. Also ask me which language to use if I do not name one.

- The server is ${placeholderOrigin}. Every call is a GET with the header "Authorization: Bearer KEY". Read the key from the
  environment variable VITRINE_KEY and never hard-code it.
- Every response is JSON: {"code", "message", "data", "requestId"}. code is 0 on success, otherwise the HTTP status. Check it,
  and show the message when it is not 0: it says what to fix.
- IDs are strings of up to 20 digits. Keep them as strings: they do not fit into floating-point numbers.
${hasPages ? pagesRule : ''}- On 429 and 503, wait for the number of seconds in the Retry-After header and retry, at most five times.
- A 200 costs credits, so request only the pages you need.
- More about this API, every page as Markdown: ${placeholderOrigin}/llms.txt

The documentation of the endpoint:

<documentation>
${page.trim()}
</documentation>

Task: `;
}

/** A page that is no endpoint's, for an assistant to answer questions about. */
export function readingPrompt(page: string): string {
  return `Answer my question about Vitrine, self-hosted analytics for social commerce, from the page below. Every other page
is listed at ${placeholderOrigin}/llms.txt.

<documentation>
${page.trim()}
</documentation>

My question: `;
}
