-- Where rates are learned: between which days each product's total was observed, so that a day without sales is known to be one.

INSERT INTO {state:Identifier}.unit_span (version, product_id, first_day, last_day)
SELECT {version:UInt32}, product_id, ifNull(vitrineFirstDay(min(attribute.first_units)), 0), vitrineStampDay(max(attribute.total_sale_cnt))
FROM {state:Identifier}.product_attribute AS attribute
GROUP BY product_id
HAVING max(attribute.total_sale_cnt) != 0
SETTINGS optimize_aggregation_in_order = 1;
