/** What was asked for cannot be understood: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What failed although it was understood, in words of its own: exit status 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
