-- Which creators and shops are the same: a name that was seen beside an id of the marketplace stands for it, as seen last. Handles that
-- videos, lives and sales name are handles of their creators.

INSERT INTO {state:Identifier}.identity (kind, own_id, id, is_used)
SELECT
    kind,
    if(pair.id >= vitrineOwnIdsFrom(), pair.id, pair.own_id) AS own_id,
    max(if(pair.id >= vitrineOwnIdsFrom(), toUInt128(0), vitrineStamp(observed_at, pair.id))),
    max(pair.id >= vitrineOwnIdsFrom())
FROM
(
    SELECT 1 AS kind, observed_at, arrayJoin(named) AS pair FROM landing_creator
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')} AND notEmpty(named)
    UNION ALL
    SELECT 1, observed_at, arrayJoin(named) FROM landing_video
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')} AND notEmpty(named)
    UNION ALL
    SELECT 1, observed_at, arrayJoin(named) FROM landing_live
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')} AND notEmpty(named)
    UNION ALL
    SELECT 1, observed_at, arrayJoin(named) FROM landing_sale
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')} AND notEmpty(named)
    UNION ALL
    SELECT 2, observed_at, arrayJoin(named) FROM landing_shop
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')} AND notEmpty(named)
    UNION ALL
    SELECT 2, observed_at, arrayJoin(named) FROM landing_product
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')} AND notEmpty(named)
)
GROUP BY kind, own_id
SETTINGS optimize_on_insert = 0;

-- where any: {state:Identifier}.identity WHERE kind = 1
INSERT INTO {state:Identifier}.creator_attribute (user_id, unique_id)
SELECT pair.id AS user_id, max(vitrineTextStamp(observed_at, pair.name))
FROM
(
    SELECT observed_at, arrayJoin(named) AS pair FROM landing_video
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')} AND notEmpty(named)
    UNION ALL
    SELECT observed_at, arrayJoin(named) FROM landing_live
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')} AND notEmpty(named)
    UNION ALL
    SELECT observed_at, arrayJoin(named) FROM landing_sale
    WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')} AND notEmpty(named)
)
GROUP BY user_id
SETTINGS optimize_on_insert = 0;

-- where any: {state:Identifier}.identity
INSERT INTO {state:Identifier}.identity_current (kind, own_id, id)
SELECT kind, own_id, toUInt64(max(identity.id))
FROM {state:Identifier}.identity
GROUP BY kind, own_id
HAVING max(is_used) AND max(identity.id) != 0;

-- where any: {state:Identifier}.identity_current WHERE kind = 1
INSERT INTO {state:Identifier}.creator_identity (version, own_id, id)
SELECT {version:UInt32}, own_id, id FROM {state:Identifier}.identity_current WHERE kind = 1;
