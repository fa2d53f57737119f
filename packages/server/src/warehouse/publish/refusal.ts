/** A publish that is not done: what the caller asked for does not fit what is there, or would lose too much of it. */
export class PublishRefused extends Error {
  override readonly name = 'PublishRefused';
}

/** How to have it all the same. */
export const withForce = 'To publish anyway, use --force ("force": true in the request)';
