import { served, servedCount } from './exact.ts';
import { groupBy } from './group.ts';
import { gmvTogether, type LinkSales, type Product, sureOfProduct, unitsTogether } from './product.ts';
import { salesOfKind } from './productRow.ts';
import { sum } from './split.ts';
import { larger } from './state.ts';
import { type Sure, sureTogether } from './sure.ts';

/** What a video or live sold of one product. */
export interface Sold {
  readonly product: Product;
  readonly sales: LinkSales;
}

/** What each video (live) sold of the product. */
export function soldBy(product: Product, kind: 'video' | 'live'): Sold[] {
  return salesOfKind(product.linkSales, kind).map((sales) => ({ product, sales }));
}

interface Together {
  readonly units: number;
  readonly gmv: number;
  readonly currency: string;
  readonly sure: Sure;
}

/** Section 6: sales of several products, as served; of several currencies the one with most products counts. */
export function together(group: readonly Sold[]): Together {
  const products = [...groupBy(group, ({ product }) => product)].map(([{ sales }, sold]) => {
    const links = sold.map((each) => each.sales);
    return {
      code: sales.servedCurrency,
      units: unitsTogether(sales, links),
      gmv: gmvTogether(sales, links),
      sure: sureOfProduct(sales, links),
    };
  });
  const currency = commonest(products.map(({ code }) => code));
  return {
    units: servedCount(sum(products.map(({ units }) => units))),
    gmv: served(sum(products.filter(({ code }) => code === currency).map(({ gmv }) => gmv)), 2),
    currency,
    sure: sureTogether(products.map(({ sure }) => sure)),
  };
}

/** Ties to the first code; '' of none. */
export function commonest(codes: readonly string[]): string {
  const counts = [...groupBy(codes, (code) => code)].map(([code, of]) => ({ code, size: of.length }));
  const sizeMax = Math.max(...counts.map(({ size }) => size));
  const most = counts.filter(({ size }) => size === sizeMax).map(({ code }) => code);
  return most.length === 0 ? '' : most.reduce((a, b) => (larger(a, b) === a ? b : a));
}
