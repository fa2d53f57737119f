-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

ALTER TABLE landing_product
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (product_id, observed_at, origin);
ALTER TABLE landing_product MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_shop
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (seller_id, observed_at, origin);
ALTER TABLE landing_shop MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_creator
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (user_id, observed_at, origin);
ALTER TABLE landing_creator MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_video
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (video_id, observed_at, origin);
ALTER TABLE landing_video MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_live
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (live_id, observed_at, origin);
ALTER TABLE landing_live MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_fx
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (currency, date, observed_at, origin);
ALTER TABLE landing_fx MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);
