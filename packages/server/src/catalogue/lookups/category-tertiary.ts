import { categoryLookup } from '../category-lookup.ts';

export const categoryTertiary = categoryLookup({
  level: 3,
  path: 'tertiary',
  parent: ['parent_id', 'category_l2_id'],
  example: { category_id: '842890', category_name: 'Drawer Organizers', parent_id: '842888' },
});
