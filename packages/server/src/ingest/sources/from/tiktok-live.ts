import type { Headings } from '../headings.ts';
import { count } from '../readers/counts.ts';
import { readSeconds } from '../readers/durations.ts';
import { handle, id } from '../readers/identities.ts';
import { localMoment, localSeconds } from '../readers/moments.ts';
import { readingTogether } from '../readers/reader.ts';
import { region, text } from '../readers/texts.ts';
import type { Source } from '../source.ts';

const headings: Headings = {
  room_id: [
    'Room ID',
    'LIVE ID',
    'LIVE room ID',
    'รหัสห้อง',
    'รหัสห้อง LIVE',
    'ID Ruang',
    'ID Room',
    'ID phòng',
    '直播间ID',
  ],
  title: ['Room Title', 'LIVE title', 'LIVE name', 'ชื่อห้อง', 'Judul Ruang', 'Judul Room', 'Tiêu đề phòng', '直播标题'],
  creator: ['Creator', 'Creator Username', 'Creator ID', 'Host', 'Username', 'ครีเอเตอร์', 'Kreator', '达人'],
  started: [
    'Start Time',
    'Started',
    'Launched Time',
    'เวลาเริ่ม',
    'เวลาเริ่มต้น',
    'Waktu Mulai',
    'Thời gian bắt đầu',
    '开播时间',
  ],
  duration: ['Duration', 'LIVE duration', 'ระยะเวลา', 'Durasi', 'Thời lượng', '直播时长'],
  views: ['Views', 'LIVE views', 'ยอดการดู', 'ยอดดู', 'Tayangan', 'Penayangan', 'Lượt xem', '观看次数'],
  gmv: ['Attributed GMV', 'GMV', 'Gross revenue'],
  orders: ['Attributed orders', 'Orders'],
  datetime: ['Datetime', 'Date time', 'Time'],
  viewers: ['Viewers', 'Concurrent viewers', 'ผู้ชม', 'Penonton', 'Người xem', '在线人数'],
};

/** When it ended, in epoch seconds: what is stated of a live is stated at its end. */
const endSeconds = readingTogether(
  'start + duration',
  ({ started, duration = 0 }, known) => {
    const start = started === undefined ? undefined : localSeconds()().reader.read(started, known);
    const length = readSeconds(duration);
    if (typeof start !== 'number') return start;
    return typeof length === 'number' ? start + length : length;
  },
  'zone',
);

const endMoment = (...from: string[]) => {
  const { reader } = endSeconds();
  const read: typeof reader.read = (value, known) => {
    const end = reader.read(value, known);
    return typeof end === 'number' ? new Date(end * 1000).toISOString() : end;
  };
  return { ...endSeconds(...from), reader: { ...reader, read } };
};

/** The exporting account is not named in the file. */
const creator = { ...handle('creator'), told: 'creator' as const };

const live = {
  live_id: id('room_id'),
  unique_id: creator,
  region: region('region'),
  title: text('title'),
  start_time: localSeconds()('started'),
  end_time: endSeconds('started', 'duration'),
};

export const tiktokLive: Source = {
  name: 'tiktok-live',
  title: 'TikTok LIVE performance',
  about:
    'Exports of the performance of lives, and of the board of one live (XLSX or CSV). Local times are in `--zone`.',
  tables: [
    {
      rows: 'lives',
      containers: ['xlsx', 'csv'],
      headings,
      recognised: { all: ['room_id', 'started'], any: ['views', 'gmv', 'orders'], none: ['datetime'] },
      dates: ['started'],
      records: [
        {
          kind: 'live',
          fields: { ...live, observed_at: endMoment('started', 'duration'), total_views_cnt: count('views') },
        },
      ],
      day: 'end of the live',
      lost: ['gmv', 'orders', 'Likes', 'Comments', 'Shares', 'New followers', 'Product clicks', 'Impressions'],
    },
    {
      rows: 'moments of one live',
      containers: ['xlsx', 'csv'],
      headings,
      recognised: { all: ['datetime', 'viewers'] },
      dates: ['datetime'],
      records: [
        {
          kind: 'live',
          fields: { ...live, observed_at: localMoment()('datetime'), max_views_cnt: count('viewers') },
        },
      ],
      day: '`Datetime`',
      lost: ['views', 'gmv', 'orders', 'Viewers entering', 'Product Impressions', 'Product Clicks'],
    },
  ],
};
