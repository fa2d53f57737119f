import { categoryLookup } from '../category-lookup.ts';

export const categorySecondary = categoryLookup({
  level: 2,
  path: 'secondary',
  parent: ['parent_id', 'category_id'],
  example: { category_id: '842888', category_name: 'Home Organizers', parent_id: '600001' },
});
