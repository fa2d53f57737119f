-- Of which shop each product is, and which products went to another shop or currency after days of theirs had been written.

-- where any: {state:Identifier}.product_detail
INSERT INTO {state:Identifier}.product_seller (version, product_id, seller_id)
SELECT {version:UInt32}, product_id, if(became.id = 0, seen.seller, became.id)
FROM
(
    SELECT product_id, assumeNotNull(vitrineStamped(max(product_detail.seller_id))) AS seller
    FROM {state:Identifier}.product_detail
    GROUP BY product_id
    HAVING max(product_detail.seller_id) != 0
) AS seen
LEFT JOIN (SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 2) AS became ON became.own_id = seen.seller
SETTINGS optimize_aggregation_in_order = 1;

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.moved_product (product_id, was_seller, was_currency, seller, currency)
SELECT
    product_id,
    maxIf(of_seller, version = {base:UInt32}) AS was_seller,
    if({reporting:String} = '', maxIf(code, version = {base:UInt32}), {reporting:String}) AS was_currency,
    maxIf(of_seller, version = {version:UInt32}) AS seller,
    if({reporting:String} = '', maxIf(code, version = {version:UInt32}), {reporting:String}) AS currency
FROM
(
    SELECT version, product_id, seller_id AS of_seller, '' AS code FROM {state:Identifier}.product_seller
    UNION ALL
    SELECT version, product_id, 0, currency FROM {state:Identifier}.product_currency
)
WHERE version IN ({base:UInt32}, {version:UInt32})
  AND product_id IN (SELECT product_id FROM {state:Identifier}.product_total WHERE version = {base:UInt32})
GROUP BY product_id
HAVING was_seller != seller OR was_currency != currency;
