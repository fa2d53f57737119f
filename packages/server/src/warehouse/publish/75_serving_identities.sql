-- Ids of ours that are served under another id from this version on.

-- where any: {state:Identifier}.identity_current
INSERT INTO serving_identity (version, field, own_id, id)
SELECT {version:UInt32}, if(kind = 1, 'user_id', 'seller_id'), own_id, id
FROM {state:Identifier}.identity_current;
