import type { JsonRecord } from '../../fields/records.ts';
import type { RowDoubt } from '../row-doubts.ts';
import { saysNothing } from './reader.ts';

/** What became of an order, as far as its units are concerned. */
export type OrderState = 'unpaid' | 'sold' | 'cancelled';

/** Words of statuses, in the languages of the marketplaces. An order is sold where they say neither of the others. */
const stateWords: Readonly<Record<OrderState, readonly RegExp[]>> = {
  cancelled: [
    /(?:cancel|annul|stornier)(?!.*request)/i,
    /^(?:fully )?(?:returned|refunded)$/i,
    /batal/i,
    /ยกเลิก/,
    /h[ủu]y/i,
    /取消|キャンセル/,
  ],
  unpaid: [
    /unpaid|awaiting payment|belum dibayar|menunggu pembayaran|chưa thanh toán|impagad|no pagad|não pag|unbezahlt/i,
    /ยังไม่ได้ชำระ|รอการชำระ|รอชำระ|未付款|未支付|待付款/,
  ],
  sold: [
    /ship|transit|deliver|collect|pick|complet|paid|settle|pending|process|hold|confirm|eligible|refund|return|request/i,
    /kirim|selesai|sampai|bayar|proses|ambil|terima|kembali|jalan/i,
    /จัดส่ง|ขนส่ง|สำเร็จ|เสร็จ|ชำระ|ได้รับ|คืน|ดำเนินการ/,
    /giao|vận chuyển|hoàn|lấy hàng|thanh toán|xử lý|nhận/i,
    /发货|發貨|运输|送达|揽收|签收|完成|付款|支付|结算|退/,
    /発送|配送|配達|完了|支払/,
    /envi|entreg|conclu|pag[ao]|recog|versand|versend|zugestellt|geliefert|abgeschlossen|bezahlt/i,
    /exp[ée]di|livr|termin|pay[ée]|spedi|consegn/i,
  ],
};

/** What became of the order of a line; the names are those that headings give. */
export function stateOf(line: JsonRecord): OrderState {
  if (line['cancelled_at'] !== undefined || says(line, 'cancelled')) return 'cancelled';
  return says(line, 'unpaid') ? 'unpaid' : 'sold';
}

function says(line: JsonRecord, state: OrderState): boolean {
  return statusesOf(line).some((said) => stateWords[state].some((word) => word.test(said)));
}

function statusesOf({ status, substatus, cancellation }: JsonRecord): readonly string[] {
  return [status, substatus, cancellation].flatMap((said) => (typeof said === 'string' ? [said.trim()] : []));
}

/** Lines that count as sold, although nobody knows what their status means. */
export const unknownStatuses: RowDoubt = {
  sign: 'unknown-status',
  field: 'sale.units',
  in(line) {
    const [status] = statusesOf(line).filter((said) => !saysNothing(said));
    return status === undefined || stateOf(line) !== 'sold' || says(line, 'sold') ? undefined : status;
  },
  message: (status) => `the status ${status} of an order is not known: its lines were counted as sold`,
  example: 'order_id',
};
