-- What sales say besides units (docs/estimates.md section 10): the products, videos, lives, creators and currencies that statements
-- name. A statement says this even when a later one has taken its place. A line with a SKU alone is of the products that name it.

INSERT INTO {state:Identifier}.sku (sku_id, product_id, version)
SELECT DISTINCT sku_id, product_id, {version:UInt32}
FROM
(
    SELECT arrayJoin(sku_ids) AS sku_id, product_id
    FROM landing_product
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')})
      AND observed_at < {until:DateTime64(3, 'UTC')}
      AND has_detail AND notEmpty(sku_ids)
)
WHERE (sku_id, product_id) NOT IN (SELECT sku_id, product_id FROM {state:Identifier}.sku);

-- Statements that are new to this publish: taken in since, of a day that has come, or of a SKU that a product was seen with.
-- where any: landing_sale
INSERT INTO {state:Identifier}.new_statement (sale, product_id, kind, source_id, user_id, observed_at, last_day, currency)
SELECT
    sale, arrayJoin(multiIf(own_id != 0, [own_id], notEmpty(named.products), named.products, [toUInt64(0)])),
    kind, source_id, user_id, observed_at, last_day, currency
FROM
(
    SELECT
        sale,
        ifNull(product_id, 0) AS own_id,
        if(own_id = 0, ifNull(landing_sale.sku_id, 0), 0) AS sku_id,
        multiIf(isNotNull(video_id), 1, isNotNull(live_id), 2, 0) AS kind,
        ifNull(coalesce(video_id, live_id), 0) AS source_id,
        user_id,
        observed_at,
        last_day,
        currency
    FROM landing_sale
    WHERE out_of_bounds = '' AND observed_at < {until:DateTime64(3, 'UTC')}
      AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')} OR last_day >= toDate({unseen_from:DateTime64(3, 'UTC')})
        OR (isNull(product_id) AND ifNull(landing_sale.sku_id, 0) IN (
            SELECT sku_id FROM {state:Identifier}.sku WHERE version = {version:UInt32})))
) AS statement
LEFT JOIN (SELECT sku_id, groupArray(product_id) AS products FROM {state:Identifier}.sku GROUP BY sku_id) AS named USING (sku_id);

-- where any: {state:Identifier}.new_statement
INSERT INTO {state:Identifier}.sold_product (product_id, currency)
SELECT product_id, max(vitrineStamp(observed_at, vitrineCode(new_statement.currency)))
FROM {state:Identifier}.new_statement AS new_statement
WHERE product_id != 0
GROUP BY product_id;

-- A video that sold something on a day was there on that day.
-- where any: {state:Identifier}.new_statement
INSERT INTO {state:Identifier}.source_attribute (kind, source_id, first_seen, user_id)
SELECT kind, source_id, min(least(observed_at, toDateTime64(last_day, 3, 'UTC'))), max(vitrineStamp(observed_at, new_statement.user_id))
FROM {state:Identifier}.new_statement AS new_statement
WHERE kind != 0
GROUP BY kind, source_id;

-- where any: {state:Identifier}.new_statement
INSERT INTO {state:Identifier}.link (product_id, kind, source_id, version)
SELECT DISTINCT product_id, kind, source_id, {version:UInt32}
FROM {state:Identifier}.new_statement
WHERE product_id != 0 AND kind != 0
  AND (product_id, kind, source_id) NOT IN (SELECT product_id, kind, source_id FROM {state:Identifier}.link);
