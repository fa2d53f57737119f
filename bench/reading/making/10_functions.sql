-- What the made rows have in common. All is drawn from hashes of a number and a word, so that every run makes the same rows.

-- An id of 19 digits: the prefix and forty bits of the number, no two alike and in no order.
CREATE OR REPLACE FUNCTION benchId AS (prefix, n) -> toUInt64(prefix) + bitAnd(toUInt64(n) * 11400714819323198485, 1099511627775);

-- From 0 to below 1.
CREATE OR REPLACE FUNCTION benchDraw AS (n, salt) -> bitShiftRight(cityHash64(toUInt64(n), salt), 11) / 9007199254740992;

-- One of a list.
CREATE OR REPLACE FUNCTION benchPick AS (list, n, salt) -> list[cityHash64(toUInt64(n), salt) % length(list) + 1];

-- A count from 0 to below top, small far more often than large.
CREATE OR REPLACE FUNCTION benchTail AS (n, salt, top) -> toInt64(floor(pow(top, benchDraw(n, salt)))) - 1;

-- Markets: nearly two thirds of everything is in the first.
CREATE OR REPLACE FUNCTION benchMarket AS (n, salt) -> multiIf(benchDraw(n, salt) < 0.65, 1, benchDraw(n, salt) < 0.85, 2, 3);
CREATE OR REPLACE FUNCTION benchRegion AS (market) -> ['US', 'ID', 'TH'][market];
CREATE OR REPLACE FUNCTION benchCurrency AS (market) -> ['USD', 'IDR', 'THB'][market];

-- Words of a market, and of any.
CREATE OR REPLACE FUNCTION benchThing AS (market, n, salt) -> benchPick([
    ['Lip Tint', 'Face Serum', 'Linen Shirt', 'Storage Box', 'Phone Case', 'Green Tea', 'Yoga Mat', 'Plush Bear', 'Cat Toy', 'Desk Lamp'],
    ['Serum Wajah', 'Kemeja Linen', 'Kotak Serbaguna', 'Casing HP', 'Teh Hijau', 'Matras Yoga', 'Boneka Beruang', 'Lampu Meja'],
    ['เซรั่มบำรุงผิว', 'เสื้อเชิ้ตลินิน', 'กล่องเก็บของ', 'เคสมือถือ', 'ชาเขียว', 'เสื่อโยคะ', 'ตุ๊กตาหมี', 'โคมไฟตั้งโต๊ะ']][market], n, salt);
CREATE OR REPLACE FUNCTION benchPraise AS (market, n, salt) -> benchPick([
    ['Lightweight', 'Durable', 'Extra Large', 'Waterproof', 'Everyday', 'Premium "Pro"'],
    ['Ringan', 'Awet', 'Jumbo', 'Tahan Air', 'Kekinian'],
    ['น้ำหนักเบา', 'ทนทาน', 'ไซส์ใหญ่', 'กันน้ำ']][market], n, salt);
CREATE OR REPLACE FUNCTION benchSentence AS (market, n, salt) -> benchPick([
    ['Made to last and easy to clean.', 'Fits in every bag you own.', 'Tested at home for three weeks.', 'Ships within two days.'],
    ['Bahan tebal dan mudah dicuci.', 'Muat di semua tas.', 'Sudah dicoba sendiri.', 'Dikirim di hari yang sama.'],
    ['ผลิตจากวัสดุคุณภาพดี', 'พกพาสะดวก', 'ใช้เองแล้วชอบมาก', 'จัดส่งภายในสองวัน']][market], n, salt);
CREATE OR REPLACE FUNCTION benchSign AS (n, salt) -> benchPick(['', '', '', '', ' ✨', ' 🔥🔥', ' 新発売', ' ❤️‍🔥', ' Ünïcode'], n, salt);

-- Words a creator writes below a video.
CREATE OR REPLACE FUNCTION benchCaption AS (market, n) -> concat(
    benchPraise(market, n, 'caption'), ' ', benchThing(market, n, 'caption'), ': ', benchSentence(market, n, 'caption one'), ' ',
    benchSentence(market, n, 'caption two'), benchSign(n, 'caption sign'));
CREATE OR REPLACE FUNCTION benchTags AS (n) -> concat(
    '#', benchPick(['kitchen', 'beauty', 'outfit', 'unboxing', 'fyp'], n, 'first tag'),
    ' #', benchPick(['shop', 'review', 'haul', 'storage', 'ลดราคา'], n, 'second tag'));

-- Addresses as long as those of content networks.
CREATE OR REPLACE FUNCTION benchCover AS (id) -> concat('https://images.example/videos/', toString(id), '/', lower(hex(cityHash64(id, 'cover'))), '~tplv-cover.jpeg');
CREATE OR REPLACE FUNCTION benchPlay AS (id) -> concat(
    'https://videos.example/', lower(hex(sipHash128(id, 'play'))), '/', toString(id), '.mp4?expire=', toString(1793000000 + id % 1000000));

-- What a video drew, from its number.
CREATE OR REPLACE FUNCTION benchViews AS (video) -> if(benchDraw(video, 'unseen') < 0.05, toInt64(0), benchTail(video, 'views', 20000000));
CREATE OR REPLACE FUNCTION benchPart AS (video, salt, most) -> toInt64(floor(benchViews(video) * most * benchDraw(video, salt)));
CREATE OR REPLACE FUNCTION benchMade AS (video) -> toString(1793404800 - toUInt32(63072000 * benchDraw(video, 'made')));
