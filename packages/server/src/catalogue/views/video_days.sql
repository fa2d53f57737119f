SELECT video_id, day, video_trend.currency AS currency,
    toInt64(sum(video_trend.views)) AS views,
    toInt64(sum(digg)) AS likes,
    toInt64(sum(video_trend.comments)) AS comments,
    toInt64(sum(favorites)) AS saves,
    toInt64(sum(video_trend.shares)) AS shares,
    vitrineInUnits(sum(video_trend.units)) AS units,
    vitrineAmount(sum(video_trend.gmv)) AS gmv
FROM {state:Identifier}.video_trend AS video_trend
WHERE version <= {version:UInt32}
GROUP BY video_id, day, currency
HAVING views != 0 OR likes != 0 OR comments != 0 OR saves != 0 OR shares != 0 OR units != 0 OR gmv != 0;
