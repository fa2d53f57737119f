-- A trial: what the steps that split sales read of the served version, in a database of its own, as if one first publish had written it.
-- {source:Identifier} is the state of the served version, {state:Identifier} the database of the trial.

-- name: made
CREATE DATABASE {state:Identifier};

-- name: chosen_table
CREATE TABLE {state:Identifier}.chosen
(
    product_id UInt64
)
ENGINE = MergeTree
ORDER BY product_id;

-- Products of which it is known what some of their sources sold in the last days.
-- name: chosen_known
INSERT INTO {state:Identifier}.chosen (product_id)
SELECT product_id
FROM {source:Identifier}.stated_day
WHERE version <= {served:UInt32} AND kind IN (1, 2) AND day > toDate({as_of_day:Int32} - {days_judged:Int32})
GROUP BY product_id
HAVING sum(sale_known) > 0 OR sum(known) > 0
ORDER BY sipHash64(product_id)
LIMIT {products_max:UInt32};

-- name: chosen_linked
INSERT INTO {state:Identifier}.chosen (product_id)
SELECT DISTINCT product_id
FROM {source:Identifier}.link
WHERE version <= {served:UInt32}
ORDER BY sipHash64(product_id)
LIMIT {products_max:UInt32};

-- name: links
INSERT INTO {state:Identifier}.link (product_id, kind, source_id, version)
SELECT DISTINCT product_id, kind, source_id, 1
FROM {source:Identifier}.link
WHERE version <= {served:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.chosen);

-- name: product_days
INSERT INTO {state:Identifier}.product_day (product_id, day, version, units, gmv, known_units, known_gmv)
SELECT product_id, day, 1, sum(units), sum(gmv), sum(known_units), sum(known_gmv)
FROM {source:Identifier}.product_day
WHERE version <= {served:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.chosen)
GROUP BY product_id, day
SETTINGS max_partitions_per_insert_block = 0, optimize_aggregation_in_order = 1;

-- name: source_days
INSERT INTO {state:Identifier}.source_day (kind, source_id, day, version, grown)
SELECT kind, source_id, day, 1, sum(grown) AS views
FROM {source:Identifier}.source_day
WHERE version <= {served:UInt32} AND (kind, source_id) IN (SELECT kind, source_id FROM {state:Identifier}.link)
GROUP BY kind, source_id, day
HAVING views != 0
SETTINGS max_partitions_per_insert_block = 0, optimize_aggregation_in_order = 1;

-- name: spans
INSERT INTO {state:Identifier}.unit_span (version, product_id, first_day, last_day)
SELECT 1, product_id, first_day, last_day
FROM {source:Identifier}.unit_span
WHERE version = {served:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.chosen);

-- The same where the served version learned nothing, as 41_unit_spans.sql finds them.
-- name: spans_observed
INSERT INTO {state:Identifier}.unit_span (version, product_id, first_day, last_day)
SELECT 1, product_id, ifNull(vitrineFirstDay(min(attribute.first_units)), 0), vitrineStampDay(max(attribute.total_sale_cnt))
FROM {source:Identifier}.product_attribute AS attribute
WHERE product_id IN (SELECT product_id FROM {state:Identifier}.chosen)
  AND {served:UInt32} NOT IN (SELECT version FROM {source:Identifier}.unit_span)
GROUP BY product_id
HAVING max(attribute.total_sale_cnt) != 0
SETTINGS optimize_aggregation_in_order = 1;

-- What sources are known to have sold, but those of the hidden fold; -1 hides none. Who is to be judged by records of sales must not be
-- told by them what the storefront sold either.
-- name: stated_days
INSERT INTO {state:Identifier}.stated_day
    (product_id, kind, source_id, day, version, known, units, gmv_known, gmv, sale_known, sale_units, sale_gmv)
SELECT product_id, kind, source_id, day, 1, sum(known), sum(units), sum(gmv_known), sum(gmv), sum(sale_known), sum(sale_units), sum(sale_gmv)
FROM {source:Identifier}.stated_day
WHERE version <= {served:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.chosen)
  AND ({hidden_fold:Int32} < 0 OR (kind != 0 AND toInt32(sipHash64(source_id) % {folds:UInt32}) != {hidden_fold:Int32}))
GROUP BY product_id, kind, source_id, day
SETTINGS max_partitions_per_insert_block = 0, optimize_aggregation_in_order = 1;
