-- Rows of different batches stay apart, so that one batch can be taken out again. Rows of one batch melt as before, and readers
-- melt the rest: they fold rows of the same entity and millisecond whether the engine has merged them or not.
-- `batch` cannot become part of the key of a table that exists, a new column can; rows from before have what `batch` says.

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
