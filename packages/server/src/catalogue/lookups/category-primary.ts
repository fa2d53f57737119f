import { categoryLookup } from '../category-lookup.ts';

export const categoryPrimary = categoryLookup({
  level: 1,
  path: 'primary',
  example: { category_id: '600001', category_name: 'Home Supplies', parent_id: '0' },
});
