-- Which creators have news; as for sources. Records under an id of ours are those of the creator that it became, so that a creator is
-- rebuilt when that turned out different. Totals that are served as they were last seen do not age.

INSERT INTO {state:Identifier}.touched_creator (user_id, rebuild, tails)
SELECT
    news.user_id,
    {base:UInt32} > 0 AND (
        news.first_day <= {settled_before:Int32}
        OR arrayExists(points -> notEmpty(points) AND points[1].1 <= {rewrite_after:Int32}, arraySlice(tail.tails, 1, 4))
        OR tail.open
    ) AS rebuild,
    if(rebuild OR empty(tail.tails), CAST([[], [], [], [], [], [], []], 'Array(Array(Tuple(Int32, Int64)))'), tail.tails)
FROM
(
    SELECT user_id, min(day) AS first_day
    FROM
    (
        SELECT if(became.id = 0, sighting.user_id, became.id) AS user_id, sighting.day AS day
        FROM
        (
            SELECT landing_creator.user_id AS user_id, min(toInt32(toDate(observed_at))) AS day
            FROM landing_creator
            WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')})
              AND observed_at < {until:DateTime64(3, 'UTC')}
            GROUP BY user_id
        ) AS sighting
        LEFT JOIN (SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 1) AS became ON became.own_id = sighting.user_id
        UNION ALL
        SELECT arrayJoin([own_id, id]), toInt32(0)
        FROM
        (
            SELECT own_id, id, groupUniqArray(version) AS versions
            FROM {state:Identifier}.creator_identity
            WHERE version IN ({base:UInt32}, {version:UInt32}) AND {base:UInt32} > 0
            GROUP BY own_id, id
            HAVING length(versions) = 1
        )
    )
    GROUP BY user_id
) AS news
LEFT JOIN (SELECT user_id, tails, open FROM {state:Identifier}.creator_tail WHERE version = {base:UInt32}) AS tail USING (user_id)
SETTINGS optimize_aggregation_in_order = 1;
