import type { Headings } from '../headings.ts';
import { currencyOfSales } from '../readers/currencies.ts';
import { handle, id } from '../readers/identities.ts';
import { localDay } from '../readers/moments.ts';
import { unknownStatuses } from '../readers/order-states.ts';
import { readingTogether, saysNothing, Unreadable } from '../readers/reader.ts';
import { orderLineId, soldFor, soldUnits, statedAt } from '../readers/sales.ts';
import { always } from '../readers/texts.ts';
import { occurrenceColumn, type Source } from '../source.ts';

const headings: Headings = {
  order_id: [
    'Order ID',
    'order_id',
    'หมายเลขคำสั่งซื้อ',
    'รหัสคำสั่งซื้อ',
    'ID Pesanan',
    'Nomor Pesanan',
    'ID đơn hàng',
    '订单号',
  ],
  product_id: ['Product ID', 'product_id', 'รหัสสินค้า', 'ID สินค้า', 'ID Produk', 'ID sản phẩm', '商品ID'],
  sku_id: ['SKU ID', 'sku_id', 'รหัส SKU', 'ID SKU'],
  status: ['Order Status', 'Order settlement status', 'payment_status', 'สถานะคำสั่งซื้อ', 'Status Pesanan', '订单状态'],
  quantity: [
    'Quantity',
    'Items sold',
    'quantity_sold',
    'จำนวน',
    'จำนวนที่ขายได้',
    'Jumlah',
    'Kuantitas',
    'Barang terjual',
    'Số lượng',
  ],
  returned: [
    ...['Items refunded', 'quantity_refunded', 'Quantity refunded', 'Fully returned or refunded quantity'],
    ...['จำนวนที่คืนเงิน', 'Barang dikembalikan', 'Jumlah yang dikembalikan dananya'],
  ],
  is_returned: ['Fully returned or refunded', 'Fully return or refund', 'Dikembalikan atau refund sepenuhnya'],
  line_amount: ['Payment Amount', 'gmv', 'GMV', 'ยอดชำระเงิน', 'Jumlah Pembayaran', 'Số tiền thanh toán'],
  currency: ['Currency', 'สกุลเงิน', 'Mata Uang', 'Mata uang', 'Tiền tệ', '币种'],
  creator: [
    'Creator Username',
    'Creator username',
    'ชื่อผู้ใช้ครีเอเตอร์',
    'Nama Pengguna Kreator',
    'Tên người dùng nhà sáng tạo',
  ],
  content_type: [
    'Content Type',
    'content_type',
    'ประเภทเนื้อหา',
    'ประเภทคอนเทนต์',
    'Jenis Konten',
    'Tipe Konten',
    'Loại nội dung',
  ],
  content_id: ['Content ID', 'content_id', 'รหัสเนื้อหา', 'ID เนื้อหา', 'ID คอนเทนต์', 'ID Konten', 'ID nội dung'],
  ordered_at: [
    ...['Time Created', 'Order date', 'order_date', 'Created Time', 'เวลาที่สร้าง', 'วันที่สั่งซื้อ', 'Waktu Dibuat'],
    ...['Tanggal pesanan', 'Thời gian tạo', '创建时间'],
  ],
};

/** Words for what sold a unit, in the languages of the marketplaces. */
const contents: readonly (readonly [channel: string, words: RegExp])[] = [
  ['live', /live|ไลฟ์|siaran langsung|trực tiếp|直播/i],
  ['video', /vid[eé]o|วิดีโอ|视频/i],
  ['card', /showcase|shop ?tab|product card|etalase|โชว์เคส|ตู้โชว์|tủ trưng bày|橱窗/i],
  ['link', /link|tautan|ลิงก์|liên kết|链接/i],
];

function channelIn(value: unknown): string | undefined {
  return contents.find(([, words]) => typeof value === 'string' && words.test(value))?.[0];
}

const channel = readingTogether('video, live, showcase (card) or share link', ({ content_type: type }) =>
  channelIn(type),
);

/** The id of the content if it is a video, or a live. */
function contentId(wanted: string) {
  return readingTogether(`content, if it is a ${wanted}`, ({ content_type: type, content_id: content }, known) =>
    channelIn(type) === wanted && content !== undefined ? id().reader.read(content, known) : undefined,
  );
}

/** `Agency_-1` stands for none. Without the type of its content a line is nobody's, which has to be told. */
const creator = readingTogether('handle', ({ creator: name, content_type: type, content_id: content }, known) => {
  if (type === undefined && content !== undefined && !saysNothing(String(content)))
    return new Unreadable(
      `no column says whether ${content} is a video or a live: export with the content type`,
      undefined,
      'content_id',
    );
  const read = name === undefined || /_-1$/.test(String(name)) ? undefined : handle().reader.read(name, known);
  return read instanceof Unreadable ? read.in('creator') : read;
});

const line = ['quantity', 'returned', 'is_returned', 'status'];

export const tiktokAffiliate: Source = {
  name: 'tiktok-affiliate',
  title: 'TikTok Shop affiliate orders',
  about: 'The export of affiliate orders (CSV or XLSX) of a seller, creator or agency.',
  tables: [
    {
      rows: 'lines of affiliate orders',
      containers: ['csv', 'xlsx'],
      headings,
      recognised: {
        all: ['order_id', 'quantity', 'ordered_at', 'content_id'],
        any: ['sku_id', 'product_id'],
      },
      dates: ['ordered_at'],
      doubt: unknownStatuses,
      lineOf: ['order_id', 'sku_id', 'product_id', 'quantity'],
      records: [
        {
          kind: 'sale',
          fields: {
            sale_id: orderLineId('order_id', 'sku_id', 'product_id', 'quantity', occurrenceColumn),
            product_id: id('product_id'),
            sku_id: id('sku_id'),
            day: localDay()('ordered_at'),
            observed_at: statedAt(1)('ordered_at', ...line),
            units: soldUnits(...line),
            currency: currencyOfSales(['currency'], ['line_amount']),
            gmv: soldFor('line_amount', ...line),
            video_id: contentId('video')('content_type', 'content_id'),
            live_id: contentId('live')('content_type', 'content_id'),
            channel: channel('content_type'),
            unique_id: creator('creator', 'content_type', 'content_id'),
            basis: always('measured'),
          },
        },
      ],
      day: 'local day of the order',
      lost: ['Product Name', 'Shop name', 'Shop code', 'Price', 'Commission rate', 'Est. Commission Base'],
    },
  ],
};
