-- Links seen for the first time, for one kind of source ({landing} holds its observations, {id} names its key).

-- where any: {landing:Identifier}
INSERT INTO {state:Identifier}.link (product_id, kind, source_id, version)
SELECT product_id, {kind:UInt8}, source_id, {version:UInt32}
FROM
(
    SELECT {id:Identifier} AS source_id, arrayJoin(groupUniqArrayArray(products.product_id)) AS product_id
    FROM {landing:Identifier}
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')})
      AND observed_at < {until:DateTime64(3, 'UTC')}
      AND notEmpty(products)
    GROUP BY source_id
)
WHERE (product_id, source_id) NOT IN (SELECT product_id, source_id FROM {state:Identifier}.link WHERE kind = {kind:UInt8})
SETTINGS optimize_aggregation_in_order = 1;
