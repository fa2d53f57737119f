import { type Kysely, type Migration, sql } from 'kysely';

interface DatasetVersions {
  readonly dataset_version: { readonly report: string | null };
}

/** What releases before this one called the lists in reports of publishes, and their ids. */
export const formerListNames: Readonly<Record<string, string>> = {
  serving_product: 'product-list',
  serving_product_creator: 'product-creators',
  serving_product_video: 'product-videos',
  serving_creator_product: 'influencer-products',
  serving_shop_video: 'shop-videos',
  serving_image: 'images',
};

/** Reports name lists by their ids, so that they say which lists a version was built with. */
export const listNamesMigration: Migration = {
  async up(db: Kysely<DatasetVersions>) {
    for (const [before, id] of Object.entries(formerListNames))
      await db
        .updateTable('dataset_version')
        .set({ report: sql<string>`replace(report, ${`"${before}":`}, ${`"${id}":`})` })
        .execute();
  },
};
