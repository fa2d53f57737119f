/** A mirror that cannot run as it was told to. The message is for the operator: what is wrong, what was expected. */
export class MirrorError extends Error {
  override readonly name = 'MirrorError';
}
