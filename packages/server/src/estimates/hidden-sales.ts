import type { PublishSettings } from '../warehouse/publish/settings.ts';
import { readNamedStatements } from '../warehouse/sql-files.ts';
import { folds, type Trial, type windowsJudged } from './trial.ts';

const statements = readNamedStatements(new URL('./score.sql', import.meta.url));

/** What one source sold of one product in a window, as it is known, and as it is estimated while that is hidden. */
export interface HiddenSale {
  readonly product: string;
  readonly kind: 'video' | 'live';
  readonly source: string;
  /** Days up to the as-of day, of which those count on which it is known. */
  readonly window: (typeof windowsJudged)[number];
  /** Units, at most those that the product sold on these days. */
  readonly known: number;
  readonly estimated: number;
  /** What the product sold on these days, whoever sold it. */
  readonly ofProduct: number;
}

/** Known sales of the last days against what their products sold: who says more than these cannot be right as well. */
export interface Contradictions {
  /** Units of all known sales. */
  readonly knownUnits: number;
  /** Units of them beyond what the products sold on their days; a publish leaves them out. */
  readonly units: number;
  /** Days of a product on which there are any. */
  readonly productDays: number;
  readonly products: number;
}

/** What of the known sales contradicts the totals of the products. */
export async function contradictionsOf(trial: Trial): Promise<Contradictions> {
  const [found] = await trial.rows<Contradictions>(statements.get('contradictions') ?? '');
  return found ?? { knownUnits: 0, units: 0, productDays: 0, products: 0 };
}

type Row = Omit<HiddenSale, 'kind' | 'ofProduct'> & { readonly kind: 1 | 2; readonly of_product: number };

/**
 * Hides a fold of the sources after the other, and estimates what they sold by each of the settings.
 *
 * @returns for each of the settings the same sources in the same order
 */
export async function hiddenSales(
  trial: Trial,
  settings: readonly PublishSettings[],
  onFold: (fold: number) => void = () => {},
): Promise<readonly (readonly HiddenSale[])[]> {
  const found = settings.map((): HiddenSale[] => []);
  for (let fold = 0; fold < folds; fold++) {
    onFold(fold);
    await trial.hide(fold);
    for (const [place, each] of settings.entries()) {
      await trial.estimate(each);
      found[place]?.push(...(await readFold(trial, fold)));
    }
  }
  return found;
}

/** The same sources before anything is estimated: what they are known to have sold. */
export async function knownSales(trial: Trial): Promise<readonly HiddenSale[]> {
  const found: HiddenSale[] = [];
  for (let fold = 0; fold < folds; fold++) found.push(...(await readFold(trial, fold)));
  return found;
}

async function readFold(trial: Trial, fold: number): Promise<readonly HiddenSale[]> {
  const rows = await trial.rows<Row>(statements.get('hidden_sales') ?? '', { hidden_fold: fold });
  return rows.map(({ kind, of_product, ...row }) => ({
    ...row,
    kind: kind === 1 ? 'video' : 'live',
    ofProduct: of_product,
  }));
}
