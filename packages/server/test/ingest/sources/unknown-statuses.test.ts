import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type IngestFixture, openIngestFixture } from '../ingest-fixture.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const header = 'Order ID,Order Status,Order Substatus,SKU ID,Quantity,Created Time';
const lines = (...states: readonly string[]) =>
  [header, ...states.map((state, at) => `5820260714000000${at + 10},${state},21,3,30/07/2026 13:47:31`)].join('\n');
const taken = (...states: readonly string[]) => fixture.take(lines(...states), { told: { region: 'TH' } });

test('statuses of orders that no list has count as sold, and are suspected, each with its lines', async () => {
  const summary = await taken('Mislaid,', 'Completed,', 'Mislaid,', 'Mislaid,', 'Mislaid,', 'Vermisst,Gone');
  expect(summary).toMatchObject({ records: { sale: 6 }, rejected: 0 });
  expect(summary.suspicions).toEqual([
    {
      sign: 'unknown-status',
      field: 'sale.units',
      count: 4,
      of: 6,
      message: 'the status Mislaid of an order is not known: its lines were counted as sold',
      examples: ['582026071400000010', '582026071400000012', '582026071400000013'],
    },
    expect.objectContaining({ count: 1, message: expect.stringContaining('the status Vermisst of') }),
  ]);
  expect((await fixture.landed('sale')).map(({ units }) => units)).toEqual(Array(6).fill('3'));
});

test.each([
  ...['To ship', 'Awaiting shipment', 'Awaiting collection', 'Shipped', 'In transit', 'Delivered', 'Completed'],
  ...['Cancellation requested', 'Canceled', 'Unpaid', 'Refunded', 'Settled', 'Ineligible', 'Pending', 'On hold'],
  ...['จัดส่งแล้ว', 'ที่ต้องจัดส่ง', 'รอการจัดส่ง', 'เสร็จสมบูรณ์', 'สำเร็จ', 'ยกเลิกแล้ว', 'ยังไม่ได้ชำระเงิน'],
  ...['Perlu dikirim', 'Dikirim', 'Selesai', 'Sudah dibayar', 'Dibatalkan', 'Menunggu pengambilan', 'Belum dibayar'],
  ...['Đã giao', 'Đang vận chuyển', 'Hoàn tất', 'Chờ lấy hàng', 'Đã hủy', 'Chờ xử lý'],
  ...['待发货', '已发货', '运输中', '已完成', '已送达', '待揽收', '已取消', '未付款', '已结算'],
  ...['Enviado', 'Entregado', 'Completado', 'Por enviar', 'Concluído', 'Pago', 'Cancelado'],
  ...['Versandt', 'Zugestellt', 'Abgeschlossen', 'Expédié', 'Livré', 'Terminé', 'Spedito', 'Consegnato'],
  ...['発送済み', '配達完了', 'キャンセル', '', '-'],
])('the status %j is known', async (status) => {
  expect((await taken(`${status},`)).suspicions).toBeUndefined();
});

test('a substatus that is known says enough', async () => {
  expect((await taken('จบ,จัดส่งสำเร็จ')).suspicions).toBeUndefined();
});
