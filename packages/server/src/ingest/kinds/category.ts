import { categoryId, id } from '../fields/ids.ts';
import { moment } from '../fields/moments.ts';
import { small } from '../fields/numbers.ts';
import { language, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** The name of a category in a language, and its place in the tree. */
export const category = declareKind({
  name: 'category',
  about:
    'The name of a category in a language, and its place in the tree: a record a language. Categories hold whatever the ' +
    'day, and do not count for the as-of day.',
  isReference: true,
  key: { category_id: id('ID of the category'), language: language('language of the name') },
  required: {
    observed_at: moment('time of the observation'),
    category_level: small('1, 2 or 3', 3),
    category_name: text('name in the language'),
  },
  lastSeen: { parent_id: categoryId('the category above') },
});
