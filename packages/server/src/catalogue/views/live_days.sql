SELECT source_id AS live_id, day, toInt64(sum(grown)) AS viewers
FROM {state:Identifier}.source_day
WHERE kind = 2 AND version <= {version:UInt32}
GROUP BY live_id, day
HAVING viewers != 0;
