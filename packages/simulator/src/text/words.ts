import type { Language } from '../regions.ts';

/** Words for one language; `things` has four a category, in the order of the categories. */
export interface Words {
  readonly things: readonly string[];
  readonly praise: readonly string[];
  readonly calls: readonly string[];
  readonly sentences: readonly string[];
  readonly names: readonly string[];
}

const list = (text: string): readonly string[] => text.split('|');

/** Words by language. */
export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    things: list(
      'Lip Tint|Face Serum|Sheet Mask|Eyebrow Pencil|Linen Shirt|Summer Dress|Wool Socks|Rain Jacket|Storage Box|Desk Lamp|Bath Towel|Wall Clock|Phone Case|USB-C Cable|Wireless Earbuds|Power Bank|Green Tea|Dark Chocolate|Oat Cookies|Chili Sauce|Yoga Mat|Water Bottle|Jump Rope|Camping Tent|Building Blocks|Plush Bear|Picture Book|Puzzle|Cat Toy|Dog Leash|Pet Brush|Fish Food',
    ),
    praise: list('Lightweight|Soft|Durable|Original|Everyday|Premium|Extra Large|Vintage|Waterproof|Gentle'),
    calls: list(
      'You need this|Honest review|Wait for the end|Three weeks later|Is it worth it?|POV: it finally arrived',
    ),
    sentences: list(
      'Made to last and easy to clean.|Fits in every bag.|Tested by our own family.|Ships within two days.',
    ),
    names: list('Maya|Oliver|Ruby|Theo|Grace|Noah|Ivy|Leo'),
  },
  id: {
    things: list(
      'Lip Cream|Serum Wajah|Masker Wajah|Pensil Alis|Kemeja Linen|Gamis Polos|Kaos Kaki|Jaket Hujan|Kotak Serbaguna|Lampu Meja|Handuk Mandi|Jam Dinding|Casing HP|Kabel USB-C|Earphone Nirkabel|Power Bank|Teh Hijau|Cokelat Hitam|Kue Gandum|Sambal Bawang|Matras Yoga|Botol Minum|Tali Skipping|Tenda Kemah|Balok Susun|Boneka Beruang|Buku Cerita|Puzzle Kayu|Mainan Kucing|Tali Anjing|Sisir Hewan|Pakan Ikan',
    ),
    praise: list('Ringan|Lembut|Awet|Asli|Kekinian|Premium|Jumbo|Tahan Air|Wangi|Murah'),
    calls: list(
      'Wajib punya ini|Review jujur|Tonton sampai habis|Racun banget|Beneran bagus nggak sih?|Cek keranjang kuning',
    ),
    sentences: list(
      'Bahan tebal dan mudah dicuci.|Muat di semua tas.|Sudah dicoba sendiri.|Dikirim di hari yang sama.',
    ),
    names: list('Sari|Budi|Dewi|Rizky|Putri|Agus|Ayu|Fajar'),
  },
  vi: {
    things: list(
      'Son Tint|Tinh Chất Dưỡng Da|Mặt Nạ Giấy|Chì Kẻ Mày|Áo Sơ Mi Đũi|Váy Mùa Hè|Tất Len|Áo Mưa|Hộp Đựng Đồ|Đèn Bàn|Khăn Tắm|Đồng Hồ Treo Tường|Ốp Điện Thoại|Cáp Sạc|Tai Nghe Không Dây|Sạc Dự Phòng|Trà Xanh|Sô Cô La Đen|Bánh Yến Mạch|Tương Ớt|Thảm Yoga|Bình Nước|Dây Nhảy|Lều Cắm Trại|Xếp Hình|Gấu Bông|Truyện Tranh|Ghép Hình|Đồ Chơi Mèo|Dây Dắt Chó|Lược Chải Lông|Thức Ăn Cá',
    ),
    praise: list('Siêu Nhẹ|Mềm Mịn|Bền Đẹp|Chính Hãng|Cao Cấp|Cỡ Lớn|Chống Nước|Dịu Nhẹ'),
    calls: list('Mua ngay kẻo lỡ|Đánh giá thật lòng|Xem đến cuối nhé|Ưng quá trời luôn|Có đáng tiền không?'),
    sentences: list(
      'Chất liệu dày dặn, dễ giặt.|Vừa với mọi loại túi.|Đã dùng thử và rất thích.|Giao hàng trong hai ngày.',
    ),
    names: list('Linh|Minh|Thảo|Quân|Ngọc|Hưng|Trâm|Đức'),
  },
  th: {
    things: list(
      'ลิปทินท์|เซรั่มบำรุงผิว|แผ่นมาส์กหน้า|ดินสอเขียนคิ้ว|เสื้อเชิ้ตลินิน|เดรสหน้าร้อน|ถุงเท้าขนสัตว์|เสื้อกันฝน|กล่องเก็บของ|โคมไฟตั้งโต๊ะ|ผ้าเช็ดตัว|นาฬิกาแขวน|เคสมือถือ|สายชาร์จ|หูฟังไร้สาย|แบตสำรอง|ชาเขียว|ช็อกโกแลต|คุกกี้ข้าวโอ๊ต|น้ำพริกเผา|เสื่อโยคะ|ขวดน้ำ|เชือกกระโดด|เต็นท์|ตัวต่อ|ตุ๊กตาหมี|หนังสือภาพ|จิ๊กซอว์|ของเล่นแมว|สายจูงสุนัข|หวีแปรงขน|อาหารปลา',
    ),
    praise: list('น้ำหนักเบา|เนื้อนุ่ม|ทนทาน|ของแท้|พรีเมียม|ไซส์ใหญ่|กันน้ำ|อ่อนโยน'),
    calls: list('ของมันต้องมี|รีวิวจริงใจ|ดูให้จบนะ|คุ้มมากแม่|ใช้ดีจริงไหม'),
    sentences: list('ผลิตจากวัสดุคุณภาพดี|พกพาสะดวก|ใช้เองแล้วชอบมาก|จัดส่งภายในสองวัน'),
    names: list('มะลิ|ต้นกล้า|ฟ้าใส|ปกรณ์|น้ำหวาน|ธีร์|พลอย|ก้อง'),
  },
  es: {
    things: list(
      'Tinta de Labios|Sérum Facial|Mascarilla|Lápiz de Cejas|Camisa de Lino|Vestido de Verano|Calcetines|Impermeable|Caja Organizadora|Lámpara de Mesa|Toalla de Baño|Reloj de Pared|Funda para Celular|Cable USB-C|Audífonos|Batería Portátil|Té Verde|Chocolate Amargo|Galletas de Avena|Salsa Picante|Tapete de Yoga|Termo|Cuerda para Saltar|Casa de Campaña|Bloques|Oso de Peluche|Libro Ilustrado|Rompecabezas|Juguete para Gato|Correa para Perro|Cepillo|Comida para Peces',
    ),
    praise: list('Ligero|Suave|Duradero|Original|Práctico|Edición Niños|Extra Grande|A Prueba de Agua'),
    calls: list('Lo necesitas|Reseña honesta|¿Vale la pena?|¡Llegó por fin!|Mira hasta el final|Corre que se acaba'),
    sentences: list('Hecho para durar y fácil de lavar.|Cabe en cualquier bolsa.|Probado en casa.|Envío en dos días.'),
    names: list('Lucía|Mateo|Sofía|Íñigo|Camila|Andrés|Ximena|José'),
  },
};

/** Signs and words of other scripts, strewn over names and descriptions of every region. */
export const STRAY = [
  '✨',
  '🔥🔥',
  '👩‍👩‍👧',
  '🇲🇽',
  '❤️‍🔥',
  '新発売',
  'かわいい',
  'عرض خاص',
  'حصري',
  '【HOT】',
  '정품',
  '½ price',
] as const;

/** Texts that trip up careless writers of JSON, HTML and CSV; all are valid Unicode. */
export const AWKWARD = [
  'she said "wow"',
  'line one\nline two',
  'tab\there',
  'back\\slash',
  'bell \u0007 and null-ish \u0001',
  '\r\nwindows line',
  '</script><b>bold</b>',
  'a,b;"c",\'d\'',
  'zero\u200bwidth \u202eright to left\u202c',
  'separator\u2028here',
  '\u001f\u007f edge',
  '{"not":"json"',
  '100% & more',
] as const;
