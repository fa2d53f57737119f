import { at } from '../columns.ts';
import { csv } from './csv.ts';
import { percent, plainAmount } from './formats.ts';
import { type OrderLine, orderLines } from './orders.ts';
import type { ShownDay } from './shown-day.ts';
import type { SourceForm } from './source-form.ts';

const DAYS = 30;

export const tiktokAffiliate: SourceForm = {
  name: 'tiktok-affiliate',
  title: 'affiliate orders of the last 30 days, as TikTok Shop exports them to sellers and agencies',
  extension: 'csv',
  tells: ['region'],
  isOfOneRegion: true,
  write: (shown) =>
    csv(
      columns(shown),
      orderLines(shown, DAYS, ({ source }) => source !== 'storefront'),
    ),
};

function columns({ stage }: ShownDay): Readonly<Record<string, (line: OrderLine) => string | number>> {
  const { videos, lives } = stage.world;
  const contentOf = ({ sale: { source } }: OrderLine) => (source === 'live' ? lives : videos);
  return {
    'Order ID': ({ orderId }) => orderId,
    'Product ID': ({ sale }) => sale.of.id,
    'Product Name': ({ sale }) => sale.of.details().product_name,
    'SKU ID': ({ skuId }) => skuId,
    Price: ({ sale }) => plainAmount(sale.priceCents),
    'Payment Amount': ({ sale, quantity }) => plainAmount(quantity * sale.priceCents),
    Currency: ({ sale }) => sale.of.region.currency,
    Quantity: ({ quantity }) => quantity,
    'Items refunded': ({ returned }) => returned,
    'Order Status': ({ isCancelled }) => (isCancelled ? 'Canceled' : 'Completed'),
    'Creator Username': (line) => stage.texts.handle(at(contentOf(line).creator, line.sale.sourceIndex)),
    'Content Type': ({ sale: { source } }) => (source === 'live' ? 'LIVE' : 'Video'),
    'Content ID': (line) => contentOf(line).ids[line.sale.sourceIndex] ?? '',
    'Standard commission rate': ({ sale }) => percent(sale.of.details().product_commission_rate),
    'Time Created': ({ created }) => created,
    'Shop name': ({ sale }) => sale.of.shopName,
  };
}
