import type { Headings } from '../headings.ts';
import { currencyOfSales } from '../readers/currencies.ts';
import { id } from '../readers/identities.ts';
import { localDay } from '../readers/moments.ts';
import { unknownStatuses } from '../readers/order-states.ts';
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
  status: ['Order Status', 'สถานะคำสั่งซื้อ', 'สถานะการสั่งซื้อ', 'Status Pesanan', 'Trạng thái đơn hàng', '订单状态'],
  substatus: ['Order Substatus', 'สถานะย่อยของคำสั่งซื้อ', 'Substatus Pesanan', 'Sub-status Pesanan', '订单子状态'],
  cancellation: [
    'Cancelation/Return Type',
    'Cancellation/Return Type',
    'ประเภทการยกเลิก/คืนสินค้า',
    'Tipe Pembatalan/Pengembalian',
  ],
  sku_id: ['SKU ID', 'sku_id', 'รหัส SKU', 'ID SKU'],
  quantity: ['Quantity', 'จำนวน', 'Jumlah', 'Kuantitas', 'Số lượng', '数量'],
  returned: [
    'Sku Quantity of return',
    'SKU Quantity of return',
    'จำนวน SKU ที่คืน',
    'Jumlah SKU yang dikembalikan',
    'Jumlah Pengembalian SKU',
  ],
  line_amount: ['SKU Subtotal After Discount', 'ยอดรวมย่อยของ SKU หลังหักส่วนลด', 'Subtotal SKU Setelah Diskon'],
  ordered_at: ['Created Time', 'เวลาที่สร้าง', 'เวลาที่สร้างคำสั่งซื้อ', 'Waktu Dibuat', 'Waktu Pembuatan', '创建时间'],
  cancelled_at: ['Cancelled Time', 'Canceled Time', 'เวลาที่ยกเลิก', 'Waktu Dibatalkan', 'Waktu Pembatalan', '取消时间'],
};

const status = ['status', 'substatus', 'cancellation', 'cancelled_at'];

export const tiktokOrders: Source = {
  name: 'tiktok-orders',
  title: 'TikTok Shop Seller Center: orders',
  about: 'The export of orders (CSV or XLSX), a line for each SKU of an order.',
  tables: [
    {
      rows: 'lines of orders',
      containers: ['csv', 'xlsx'],
      headings,
      recognised: { all: ['order_id', 'sku_id', 'quantity', 'status', 'ordered_at'], none: ['content_id', 'creator'] },
      dates: ['ordered_at'],
      doubt: unknownStatuses,
      lineOf: ['order_id', 'sku_id', 'quantity'],
      records: [
        {
          kind: 'sale',
          fields: {
            sale_id: orderLineId('order_id', 'sku_id', 'quantity', occurrenceColumn),
            sku_id: id('sku_id'),
            day: localDay()('ordered_at'),
            observed_at: statedAt(0)('ordered_at', 'quantity', 'returned', ...status),
            units: soldUnits('quantity', 'returned', ...status),
            currency: currencyOfSales([], ['line_amount']),
            gmv: soldFor('line_amount', 'quantity', 'returned', ...status),
            basis: always('measured'),
          },
        },
      ],
      day: 'local day of `Created Time`',
      personal: [
        ...[
          'Buyer Username',
          'Buyer Nickname',
          'Buyer Message',
          'Recipient',
          'Phone #',
          'Zipcode',
          'Country',
          'Province',
        ],
        ...['District', 'City', 'Villages', 'Detail Address', 'Additional address information'],
      ],
      lost: ['Seller SKU', 'Product Name', 'Variation', 'Order Amount', 'SKU Unit Original Price', 'Paid Time'],
    },
  ],
};
