-- What generated/040_bounds.sql finds wrong with records that came in past ingest, or before there were bounds: publish leaves them out
-- and names them (docs/observations.md).

-- '' for a value from 0 to largest, and for one that was not seen; otherwise what is wrong.
CREATE OR REPLACE FUNCTION vitrineBeyond AS (name, value, largest) ->
    if(ifNull(value BETWEEN 0 AND largest, 1), '', concat(name, ' is ', toString(assumeNotNull(value)), ', not from 0 to ', toString(largest), '; '));

-- '' for a moment (epoch seconds) ingest may have taken in.
CREATE OR REPLACE FUNCTION vitrineOutOfTime AS (name, seconds) ->
    if(ifNull(seconds BETWEEN 946684800 AND 4294967295, 1), '', concat(name, ' is ', toString(assumeNotNull(seconds)), ' seconds since 1970-01-01; '));

-- In older data directories, what is landed from now on has the price of today's rule. A derived record has none.
ALTER TABLE landing_product
    ADD COLUMN IF NOT EXISTS price_cents SimpleAggregateFunction(max, Nullable(Int64)),
    MODIFY COLUMN price_cents SimpleAggregateFunction(max, Nullable(Int64)) MATERIALIZED
        if(ifNull(derived, 0) = 0, vitrinePriceCents(spu_avg_price, skus, min_price, max_price), NULL)
        COMMENT 'price of the record, in cents (docs/estimates.md section 3)';

-- Records of one moment become one, with the larger skus: the variants that either named stay known.
ALTER TABLE landing_product
    ADD COLUMN IF NOT EXISTS sku_ids SimpleAggregateFunction(groupUniqArrayArray, Array(UInt64)),
    MODIFY COLUMN sku_ids SimpleAggregateFunction(groupUniqArrayArray, Array(UInt64)) MATERIALIZED
        if(isNull(skus), CAST([], 'Array(UInt64)'), vitrineSkuIds(assumeNotNull(skus)))
        COMMENT 'IDs of the variants in skus';
