import { amount } from '../records/stage.ts';
import { csv } from './csv.ts';
import { type OrderLine, orderLines } from './orders.ts';
import type { SourceForm } from './source-form.ts';

const DAYS = 30;

export const tiktokOrders: SourceForm = {
  name: 'tiktok-orders',
  title: 'orders of the last 30 days of one shop, as TikTok Shop Seller Center exports them',
  extension: 'csv',
  tells: ['region'],
  isOfOneRegion: true,
  *write(shown) {
    const shop = shown.products[0]?.shopId;
    yield '\uFEFF';
    const lines = [...orderLines(shown, DAYS, ({ of }) => of.shopId === shop)];
    yield* csv(columns(amountsOf(lines)), lines);
  },
};

/** Of whole orders. */
function amountsOf(lines: readonly OrderLine[]): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const line of lines) amounts.set(line.orderId, (amounts.get(line.orderId) ?? 0) + subtotal(line));
  return amounts;
}

/** Seller Center ends ids and times in a tab, so that spreadsheets leave them alone. */
function columns(amounts: ReadonlyMap<string, number>): Readonly<Record<string, (line: OrderLine) => string | number>> {
  return {
    'Order ID': ({ orderId }) => `${orderId}\t`,
    'Order Status': ({ isCancelled }) => (isCancelled ? 'Canceled' : 'Completed'),
    'Order Substatus': ({ isCancelled }) => (isCancelled ? 'Canceled' : 'Delivered'),
    'Cancelation/Return Type': ({ isCancelled, returned }) =>
      isCancelled ? 'Cancel' : returned > 0 ? 'Return/Refund' : '',
    'Normal or Pre-order': () => 'Normal',
    'SKU ID': ({ skuId }) => `${skuId}\t`,
    'Seller SKU': () => '',
    'Product Name': ({ sale }) => sale.of.details().product_name,
    Variation: () => 'Default',
    Quantity: ({ quantity }) => quantity,
    'Sku Quantity of return': ({ returned }) => returned,
    'SKU Unit Original Price': ({ sale }) => amount(sale.priceCents),
    'SKU Subtotal After Discount': (line) => amount(subtotal(line)),
    'Order Amount': ({ orderId }) => amount(amounts.get(orderId) ?? 0),
    'Created Time': ({ created }) => `${created}\t`,
    'Paid Time': ({ created, isCancelled }) => (isCancelled ? '\t' : `${created}\t`),
    'Buyer Username': ({ orderId }) => `buyer_${orderId.slice(-5)}`,
    Recipient: () => 'A. Buyer',
    'Phone #': () => '(+00)100*****00',
  };
}

/** In hundredths of the currency. */
function subtotal({ sale, quantity }: OrderLine): number {
  return quantity * sale.priceCents;
}
