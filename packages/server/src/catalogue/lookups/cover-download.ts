import { text } from '../field.ts';
import { defineLookup } from '../lookup.ts';
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
  summary: 'Convert image URLs that expire or block browsers into URLs on this server.',
  description:
    'Takes image URLs from rows (`cover_url`, `reflow_cover`, `avatar`) and returns a URL on this server for each. ' +
    'The returned URL needs no key, is valid for one to two hours, and serves the image as WebP with no side longer than ' +
    '800 pixels. The image is fetched on the first request and then cached. If the source no longer has it, the response is a ' +
    '404 with a gray square.\n\n' +
    'Only URLs that appear in rows of the published data are converted: for others `converted_url` is empty.\n\n' +
    'Each row starts with the original URL as the field name and the URL on this server as its value, the format that EchoTik ' +
    'clients read. `original_url` and `converted_url` contain the same two URLs.',
  rowId: 'original_url',
  columns: ['original_url', 'converted_url'],
  parameters: [addressesArgument('cover_urls', 10, 'Comma-separated image URLs, exactly as they appear in rows.')],
  row: {
    original_url: text('The URL as sent in the request', original),
    converted_url: text('URL on this server; empty when the original URL appears in no row', converted),
  },
  fieldByValue: {
    under: 'original_url',
    name: 'the original URL',
    field: text('URL on this server, same as `converted_url`', converted),
  },
  exampleQuery: { cover_urls: original },
});
