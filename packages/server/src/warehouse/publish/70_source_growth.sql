-- What a series of videos or lives grew in each window.

-- where any: {landing:Identifier}
INSERT INTO {state:Identifier}.source_growth (kind, source_id, windows)
SELECT kind, source_id, vitrineWindowSums(grown, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8})
FROM {state:Identifier}.{days:Identifier}
WHERE kind = {kind:UInt8} AND day > toDate({as_of_day:Int32} - {longest:Int32})
GROUP BY kind, source_id
SETTINGS optimize_aggregation_in_order = 1;
