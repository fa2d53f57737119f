SELECT seller_id, day, shop_trend.currency AS currency,
    vitrineCapped(sum(shop_trend.units)) AS units,
    vitrineAmount(sum(shop_trend.gmv)) AS gmv,
    toInt64(sum(products)) AS new_products,
    toInt64(sum(shop_trend.videos)) AS new_videos,
    toInt64(sum(shop_trend.lives)) AS new_lives,
    toInt64(sum(shop_trend.creators)) AS new_creators
FROM {state:Identifier}.shop_trend AS shop_trend
WHERE version <= {version:UInt32}
GROUP BY seller_id, day, currency
HAVING units != 0 OR gmv != 0 OR new_products != 0 OR new_videos != 0 OR new_lives != 0 OR new_creators != 0;
