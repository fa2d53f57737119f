import { defineLookup } from '../endpoint.ts';
import { count, id, text } from '../field.ts';
import { idArgument } from '../parameter.ts';

export const videoDownloadUrl = defineLookup({
  id: 'video-download-url',
  path: '/v1/tiktok/video/download-url',
  tool: 'video_download_url',
  tag: 'Media',
  title: 'Video download URL',
  summary: 'The freshest playback address known of a video, and how old it is.',
  description:
    'Sources let playback addresses expire, often within hours: the younger one is, the likelier it works. It comes from ' +
    'the observations as they are now, also those that are not published yet. Nothing is fetched: the address is the ' +
    'source’s own. The list is empty when no address of the video was ever seen.',
  priceCredits: 1,
  rowId: 'video_id',
  columns: ['video_id', 'user_id', 'observed_at', 'age_seconds', 'play_addr'],
  parameters: [idArgument('video_id', 'Video whose address is wanted.')],
  row: [
    id('video_id', 'Video'),
    id('user_id', 'Creator of the video'),
    text('play_addr', 'URL of the video file when it was last seen'),
    text('observed_at', 'When it was seen: UTC, as in 2026-01-31T09:30:00.000Z'),
    count('age_seconds', 'Seconds since then; 0 when the moment is to come by this server’s clock'),
  ],
  example: {
    query: { video_id: '7400000000000000001' },
    row: {
      video_id: '7400000000000000001',
      user_id: '7100000000000000001',
      play_addr: 'https://videos.example/7400000000000000001.mp4',
      observed_at: '2026-01-31T09:30:00.000Z',
      age_seconds: 5400,
    },
  },
});
