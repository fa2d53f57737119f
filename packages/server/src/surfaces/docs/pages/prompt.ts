import { placeholderOrigin } from '../page.ts';

const pagesRule =
  '- A page has at most 10 rows (page_size). Ask for page_num 1, 2, 3, … until a page has fewer rows than page_size.\n';

/** What an assistant needs to write a program that calls an endpoint: how to call, what to mind, the endpoint's page. */
export function callPrompt(page: string, hasPages: boolean): string {
  return `Write a program that calls an endpoint of the Vitrine API. What it shall do is at the end; ask me if it is empty, and in
which language if I do not say.

- The server is ${placeholderOrigin}. Every call is a GET with the header "Authorization: Bearer KEY". Read the key from the
  environment variable VITRINE_KEY and never write it into the program.
- Every response is JSON: {"code", "message", "data", "requestId"}. code is 0 for success, otherwise the HTTP status. Check it,
  and show the message when it is not 0: it says what to fix.
- Ids are strings of up to 20 digits. Keep them as strings, they do not fit into floating-point numbers.
${hasPages ? pagesRule : ''}- On 429 and 503 wait as many seconds as the Retry-After header says and try again, five times at most.
- A 200 costs credits, so do not ask for pages that are not needed.
- More about this API, every page as Markdown: ${placeholderOrigin}/llms.txt

The documentation of the endpoint:

<documentation>
${page.trim()}
</documentation>

What the program shall do: `;
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
