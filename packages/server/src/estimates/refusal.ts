/** There is nothing that estimates could be judged by, or fitted to. */
export class EstimatesRefused extends Error {
  override readonly name = 'EstimatesRefused';
}
