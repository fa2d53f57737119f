-- The currency of each product (docs/estimates.md section 3), and which records name another one, so that their amounts do not count.
-- Nearly every product was only ever seen in one currency; only the observations of all others are read.

INSERT INTO {state:Identifier}.product_currency (version, product_id, currency)
SELECT {version:UInt32}, product_id, vitrineLetters(max(currency_most))
FROM {state:Identifier}.product_attribute
GROUP BY product_id
HAVING min(currency_least) <=> max(currency_most)
  AND (isNotNull(max(currency_most)) OR product_id NOT IN (SELECT product_id FROM {state:Identifier}.sold_product))
SETTINGS optimize_aggregation_in_order = 1;

-- Of products whose own records name none, the one that their sales named last.
-- where any: {state:Identifier}.sold_product
INSERT INTO {state:Identifier}.product_currency (version, product_id, currency)
SELECT {version:UInt32}, product_id, vitrineLetters(vitrineStamped(max(sold_product.currency)))
FROM {state:Identifier}.sold_product AS sold_product
WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.product_attribute WHERE isNotNull(currency_most))
GROUP BY product_id;

-- where any: (SELECT product_id FROM {state:Identifier}.product_attribute GROUP BY product_id HAVING min(currency_least) != max(currency_most))
INSERT INTO {state:Identifier}.product_currency (version, product_id, currency)
SELECT {version:UInt32}, product_id, vitrineCommonest(arraySlice(arrayMap(seen -> seen.2, arraySort(groupArray((day, last)))), -7))
FROM
(
    SELECT product_id, toDate(observed_at) AS day, argMax(toString(assumeNotNull(currency)), (observed_at, assumeNotNull(currency))) AS last
    FROM landing_product
    WHERE out_of_bounds = '' AND isNotNull(currency) AND observed_at < {until:DateTime64(3, 'UTC')}
      AND product_id IN (
          SELECT product_id FROM {state:Identifier}.product_attribute GROUP BY product_id HAVING min(currency_least) != max(currency_most))
    GROUP BY product_id, day
)
GROUP BY product_id;

-- where any: (SELECT product_id FROM {state:Identifier}.product_attribute GROUP BY product_id HAVING min(currency_least) != max(currency_most))
INSERT INTO {state:Identifier}.other_currency (product_id, observed_at, currency)
SELECT product_id, observed_at, seen.currency
FROM
(
    SELECT product_id, observed_at, max(toString(assumeNotNull(landing_product.currency))) AS currency
    FROM landing_product
    WHERE out_of_bounds = '' AND isNotNull(landing_product.currency) AND observed_at < {until:DateTime64(3, 'UTC')}
      AND product_id IN (
          SELECT product_id FROM {state:Identifier}.product_attribute GROUP BY product_id HAVING min(currency_least) != max(currency_most))
    GROUP BY product_id, observed_at
) AS seen
INNER JOIN (SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {version:UInt32}) AS own USING (product_id)
WHERE seen.currency != own.currency;

-- where any: {state:Identifier}.other_currency
INSERT INTO {state:Identifier}.counted_amount (product_id, first_gmv, firm_gmv, first_price, total_sale_gmv_amt, min_price, max_price, price_cents)
SELECT
    product_id,
    min(vitrineFirstStamp(observed_at, grade, vitrineCents(total_sale_gmv_amt))),
    min(vitrineFirmStamp(observed_at, grade, vitrineCents(total_sale_gmv_amt))),
    min(vitrineFirstStamp(observed_at, 0, price_cents)),
    maxIf(vitrineStamp(observed_at, vitrineCents(total_sale_gmv_amt)), grade < 2),
    maxIf(vitrineStamp(observed_at, vitrineCents(min_price)), grade < 2),
    maxIf(vitrineStamp(observed_at, vitrineCents(max_price)), grade < 2),
    max(vitrineStamp(observed_at, price_cents))
FROM landing_product
WHERE out_of_bounds = '' AND observed_at < {until:DateTime64(3, 'UTC')}
  AND product_id IN (SELECT product_id FROM {state:Identifier}.other_currency)
  AND (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency)
GROUP BY product_id;
