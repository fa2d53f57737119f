import { creditsInWords } from '../../../access/credits/credits.ts';
import type { Endpoint } from '../../../catalogue/endpoint.ts';

/** Path and query of the endpoint's example. */
export function exampleRequest({ path, example }: Endpoint): string {
  return `${path}?${new URLSearchParams(example.query)}`;
}

/** The response to it, as a client reads it. */
export function exampleResponse({ example }: Endpoint): string {
  const requestId = '4b1f6f0e-6f2c-4d0a-9a52-0c6f3f3f2a11';
  return JSON.stringify({ code: 0, message: 'success', data: [example.row], requestId }, null, 2);
}

/** "1 credit" */
export function priceWords({ priceCredits }: Endpoint): string {
  return creditsInWords(priceCredits);
}
