// Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

/** Where observations are: a table a kind. Reference data says nothing of the marketplace on a day. */
export const landingTables = [
  { table: 'landing_product', isReference: false },
  { table: 'landing_shop', isReference: false },
  { table: 'landing_creator', isReference: false },
  { table: 'landing_video', isReference: false },
  { table: 'landing_live', isReference: false },
  { table: 'landing_sale', isReference: false },
  { table: 'landing_review', isReference: false },
  { table: 'landing_category', isReference: true },
  { table: 'landing_fx', isReference: true },
] as const;
