-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

ALTER TABLE landing_product
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it, plus 1073741824 times its grade',
    COMMENT COLUMN origin 'ingest batch that brought it, plus 1073741824 times its grade',
    MODIFY ORDER BY (product_id, observed_at, origin);
ALTER TABLE landing_product MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch + 1073741824 * grade);

ALTER TABLE landing_shop
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    COMMENT COLUMN origin 'ingest batch that brought it',
    MODIFY ORDER BY (seller_id, observed_at, origin);
ALTER TABLE landing_shop MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_creator
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    COMMENT COLUMN origin 'ingest batch that brought it',
    MODIFY ORDER BY (user_id, observed_at, origin);
ALTER TABLE landing_creator MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_video
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it, plus 1073741824 times its grade',
    COMMENT COLUMN origin 'ingest batch that brought it, plus 1073741824 times its grade',
    MODIFY ORDER BY (video_id, observed_at, origin);
ALTER TABLE landing_video MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch + 1073741824 * grade);

ALTER TABLE landing_live
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it, plus 1073741824 times its grade',
    COMMENT COLUMN origin 'ingest batch that brought it, plus 1073741824 times its grade',
    MODIFY ORDER BY (live_id, observed_at, origin);
ALTER TABLE landing_live MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch + 1073741824 * grade);

ALTER TABLE landing_sale
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    COMMENT COLUMN origin 'ingest batch that brought it',
    MODIFY ORDER BY (sale, statement, observed_at, origin);
ALTER TABLE landing_sale MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_review
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    COMMENT COLUMN origin 'ingest batch that brought it',
    MODIFY ORDER BY (review_id, observed_at, origin);
ALTER TABLE landing_review MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_category
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    COMMENT COLUMN origin 'ingest batch that brought it',
    MODIFY ORDER BY (category_id, language, observed_at, origin);
ALTER TABLE landing_category MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_fx
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    COMMENT COLUMN origin 'ingest batch that brought it',
    MODIFY ORDER BY (currency, date, observed_at, origin);
ALTER TABLE landing_fx MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);
