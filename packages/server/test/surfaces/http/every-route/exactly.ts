import { expect } from 'vitest';
import type { Answer } from '../../admin/admin-server.ts';

const rateFields = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'] as const;

/** Where a caller stands in a window of one second. */
export interface Rate {
  readonly limit: number;
  /** Absent: any number. */
  readonly remaining?: number;
}

/** Holds of every success: the envelope and nothing besides, its id in the header too. */
export function expectSuccess(answer: Answer, status: number, data: unknown): void {
  expectEnvelope(answer, status, { code: 0, message: 'success', data });
}

/** Holds of every error: the envelope and nothing besides, the status in it, its id in the header too. */
export function expectRefusal(answer: Answer, status: number, message: string | RegExp): void {
  const expected = typeof message === 'string' ? message : expect.stringMatching(message);
  const error = { id: expect.stringMatching(/^[a-z-]+$/), doc_url: expect.stringMatching(/^\/docs\/errors\/[a-z-]+$/) };
  expectEnvelope(answer, status, { code: status, message: expected, data: null, error });
}

function expectEnvelope(answer: Answer, status: number, envelope: object): void {
  const requestId = answer.headers.get('x-request-id');
  expect(requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  expect({ status: answer.status, json: answer.json }).toEqual({ status, json: { ...envelope, requestId } });
  expect(Object.keys(answer.json).slice(0, 4)).toEqual(['code', 'message', 'data', 'requestId']);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
}

/** Holds of every answer to a call whose rate was counted. */
export function expectRate({ headers }: Answer, { limit, remaining }: Rate): void {
  const [told, left, reset] = rateFields.map((name) => headers.get(name));
  expect({ told, reset }).toEqual({ told: String(limit), reset: '1' });
  expect(left).toMatch(/^\d+$/);
  if (remaining !== undefined) expect(left).toBe(String(remaining));
}

/** Holds of every answer to a call that was refused before its rate was counted. */
export function expectNoRate({ headers }: Answer): void {
  expect(rateFields.map((name) => headers.get(name))).toEqual([null, null, null]);
}
