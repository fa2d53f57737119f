import type { FastifyRequest } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';

const header = 'X-Vitrine-Console';

/**
 * Refuses a change that no page of this server asks for: a form of another site cannot send the header, a script of one
 * may not, and browsers say where a request comes from.
 *
 * @throws ApiError console-request-foreign
 */
export function requireOwnPage({ method, headers }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  requireValue(header, '1', headers[header.toLowerCase()]);
  const site = headers['sec-fetch-site'];
  if (site !== undefined) requireValue('Sec-Fetch-Site', 'same-origin', site);
}

function requireValue(name: string, expected: string, given: string | readonly string[] | undefined): void {
  if (given === expected) return;
  const what = given === undefined ? 'none' : 'something else';
  throw new ApiError(errors.consoleRequestForeign, { name, expected, given: what });
}
