import type { Source } from '../source.ts';
import { pageProducts } from './page-tables.ts';

export const tabcut: Source = {
  name: 'tabcut',
  title: 'TabCut',
  about:
    'Tables of products as its pages show them, with a column of links (XLSX or CSV). They look like those of FastMoss: without `--from` they are told as `fastmoss or tabcut`.',
  tables: [pageProducts],
};
