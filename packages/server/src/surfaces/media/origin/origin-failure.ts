/** Why there is no image, for the log. What the caller gets is the same placeholder for all of them. */
export class OriginFailure extends Error {
  override readonly name = 'OriginFailure';
  /**
   * `gone`: the origin has it no more. `refused`: we do not ask there, or do not take what it sent. `failed`: it may
   * work again soon.
   */
  readonly kind: 'gone' | 'refused' | 'failed';

  constructor(kind: OriginFailure['kind'], reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.kind = kind;
  }
}
