import { defineLookup } from '../endpoint.ts';
import { text } from '../field.ts';
import { addressesArgument } from '../parameter.ts';

const original = 'https://images.example/products/1729400000000000001_0.jpg';
const converted =
  'https://vitrine.example/media/image.webp?address=https%3A%2F%2Fimages.example%2Fproducts%2F1729400000000000001_0.jpg&expires=1769857200&signature=5Dk0d2PvVwBlpZ1mM8m3o4JQm3o2hUqYw0x0GzqGx1s';

export const coverDownload = defineLookup({
  id: 'cover-download',
  path: '/v1/tiktok/batch/cover/download',
  tool: 'batch_download_cover_images',
  tag: 'Media',
  title: 'Cover download',
  summary: 'Addresses on this server for images whose own addresses expire or refuse browsers.',
  description:
    'Takes addresses of images from rows (`cover_url`, `reflow_cover`, `avatar`), and gives one of this server for each. ' +
    'That one needs no key, holds for one to two hours, and serves the image as WebP with no side longer than 800 pixels. ' +
    'The image is fetched when somebody first asks for it, and kept for a while. Where the source has it no more, a grey ' +
    'square comes with a 404.\n\n' +
    'Only addresses that rows of the published data show are taken: for others `converted_url` is empty.\n\n' +
    'A row begins with the address as a name and the one of this server as its value, as clients of EchoTik read it; `original_url` ' +
    'and `converted_url` say the same.',
  priceCredits: 1,
  rowId: 'original_url',
  columns: ['original_url', 'converted_url'],
  parameters: [addressesArgument('cover_urls', 10, 'Addresses of images as rows have them, joined by commas.')],
  fieldByValue: text('the address', 'Address on this server, as `converted_url`'),
  row: [
    text('original_url', 'The address as it was given'),
    text('converted_url', 'Address on this server; empty when no row shows the original one'),
  ],
  example: {
    query: { cover_urls: original },
    row: { [original]: converted, original_url: original, converted_url: converted },
  },
});
