import { ApiError, errors } from '../kernel/errors.ts';
import type { NewKey } from './keys.ts';

const nameLengthMax = 100;
const qpsMax = 1_000_000;
/** Thousands of grants of this size still sum below 2^53. */
const creditsMax = 1_000_000_000_000;

/** @throws ApiError parameter-invalid */
export function checkNewKey({ name, credits, qps }: NewKey): void {
  if (name.trim() === '' || name.length > nameLengthMax) {
    throw invalid('name', `1 to ${nameLengthMax} characters`, `${name.length}`);
  }
  if (credits !== undefined) checkWhole('credits', credits, 0, creditsMax);
  if (qps !== undefined) checkWhole('qps', qps, 1, qpsMax);
}

/** @throws ApiError parameter-invalid */
export function checkGrant(credits: number): void {
  checkWhole('credits', credits, 1, creditsMax);
}

function checkWhole(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw invalid(name, `a whole number from ${min} to ${max}`, String(value));
}

function invalid(name: string, expected: string, given: string): ApiError {
  return new ApiError(errors.parameterInvalid, { name, expected, given });
}
