/** How many entities of each kind a marketplace has. */
export interface Sizes {
  readonly products: number;
  readonly videos: number;
  readonly lives: number;
  readonly creators: number;
  readonly shops: number;
  readonly sales: number;
}
