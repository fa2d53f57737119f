SELECT user_id, day, creator_trend.currency AS currency,
    toInt64(sum(creator_trend.followers)) AS followers,
    toInt64(sum(digg)) AS likes,
    toInt64(sum(creator_trend.views)) AS views,
    toInt64(sum(posts)) AS videos,
    toInt64(sum(creator_trend.comments)) AS comments,
    toInt64(sum(creator_trend.shares)) AS shares,
    toInt64(sum(creator_trend.lives)) AS lives,
    toInt64(sum(products)) AS new_products,
    vitrineInUnits(sum(creator_trend.units)) AS units,
    vitrineAmount(sum(creator_trend.gmv)) AS gmv
FROM {state:Identifier}.creator_trend AS creator_trend
WHERE version <= {version:UInt32}
GROUP BY user_id, day, currency
HAVING followers != 0 OR likes != 0 OR views != 0 OR videos != 0 OR comments != 0 OR shares != 0 OR lives != 0 OR new_products != 0
    OR units != 0 OR gmv != 0;
