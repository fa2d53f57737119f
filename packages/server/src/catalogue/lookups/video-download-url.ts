import { count, id, text } from '../field.ts';
import { defineLookup } from '../lookup.ts';
import { idArgument } from '../parameter.ts';

export const videoDownloadUrl = defineLookup({
  id: 'video-download-url',
  path: '/v1/tiktok/video/download-url',
  tag: 'Media',
  title: 'Video download URL',
  summary: 'Get the most recently observed playback URL of a video, and its age.',
  description:
    'Playback URLs expire, often within hours: the more recent a URL is, the more likely it works. The URL is read from the ' +
    'current observations, including unpublished ones. Nothing is fetched: it is the URL of the source. The list is empty ' +
    'when no URL of the video was ever observed.',
  rowId: 'video_id',
  columns: ['video_id', 'user_id', 'observed_at', 'age_seconds', 'play_addr'],
  parameters: [idArgument('video_id', 'ID of the video.')],
  row: {
    video_id: id('Video', '7400000000000000001'),
    user_id: id('Creator of the video', '7100000000000000001'),
    play_addr: text('Last observed URL of the video file', 'https://videos.example/7400000000000000001.mp4'),
    observed_at: text('Time of the observation in UTC, such as 2026-01-31T09:30:00.000Z', '2026-01-31T09:30:00.000Z'),
    age_seconds: count('Seconds since the observation; 0 when its time is in the future by this server’s clock', 5400),
  },
  exampleQuery: { video_id: '7400000000000000001' },
});
