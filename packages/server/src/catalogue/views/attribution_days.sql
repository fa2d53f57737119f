SELECT product_id, day, if(kind = 1, 'video', 'live') AS source, source_id,
    vitrineInUnits(sum(attribution.units)) AS units,
    vitrineAmount(sum(attribution.gmv)) AS gmv
FROM {state:Identifier}.attribution AS attribution
WHERE version <= {version:UInt32}
GROUP BY product_id, day, source, source_id
HAVING units != 0 OR gmv != 0;
