-- Current values: folds the new observations of each entity into what was known. The same rows again change nothing.
-- This is what is kept of prices, sales and first days; generated/10_attributes.sql folds all other fields. Of derived records (grade 2)
-- only totals count, and only for series.

-- where any: landing_product
INSERT INTO {state:Identifier}.product_attribute
    (product_id, first_seen, rounded, derived, first_units, first_gmv, firm_units, firm_gmv, first_price, region, currency_least, currency_most,
    total_sale_cnt, total_sale_gmv_amt, min_price, max_price, price_cents)
SELECT
    product_id,
    minOrNullIf(observed_at, grade < 2),
    max(grade = 1),
    max(grade = 2),
    min(vitrineFirstStamp(observed_at, grade, total_sale_cnt)),
    min(vitrineFirstStamp(observed_at, grade, vitrineCents(total_sale_gmv_amt))),
    min(vitrineFirmStamp(observed_at, grade, total_sale_cnt)),
    min(vitrineFirmStamp(observed_at, grade, vitrineCents(total_sale_gmv_amt))),
    min(vitrineFirstStamp(observed_at, 0, price_cents)),
    max(vitrineStamp(observed_at, vitrineCode(region))),
    min(vitrineCode(currency)),
    max(vitrineCode(currency)),
    maxIf(vitrineStamp(observed_at, total_sale_cnt), grade < 2),
    maxIf(vitrineStamp(observed_at, vitrineCents(total_sale_gmv_amt)), grade < 2),
    maxIf(vitrineStamp(observed_at, vitrineCents(min_price)), grade < 2),
    maxIf(vitrineStamp(observed_at, vitrineCents(max_price)), grade < 2),
    max(vitrineStamp(observed_at, price_cents))
FROM landing_product
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY product_id
SETTINGS optimize_on_insert = 0;
