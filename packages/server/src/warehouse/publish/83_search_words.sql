-- The words of one type of entity, from the names of the version's entities.

-- where any: serving_search_entity WHERE version = {version:UInt32} AND type = {type:UInt8}
INSERT INTO serving_search_posting (version, type, word, region, part, places)
SELECT {version:UInt32}, {type:UInt8}, word, region, part, arraySlice(first, 1 + 4096 * part, 4096)
FROM
(
    SELECT word, region, groupArraySorted(65536)(place) AS first
    FROM
    (
        SELECT place, region, arrayJoin(arrayDistinct(splitByWhitespace(names))) AS word
        FROM serving_search_entity
        WHERE version = {version:UInt32} AND type = {type:UInt8}
    )
    GROUP BY word, region
)
ARRAY JOIN range(toUInt8(intDiv(length(first) + 4095, 4096))) AS part
SETTINGS max_bytes_before_external_group_by = 1500000000;

-- where any: serving_search_entity WHERE version = {version:UInt32} AND type = {type:UInt8}
INSERT INTO serving_search_word (version, type, is_backwards, letters, entities, best)
SELECT {version:UInt32}, {type:UInt8}, is_backwards, if(is_backwards = 1, reverseUTF8(word), word), entities, best
FROM
(
    SELECT word, sum(length(places)) AS entities, min(places[1]) AS best
    FROM serving_search_posting
    WHERE version = {version:UInt32} AND type = {type:UInt8}
    GROUP BY word
    SETTINGS optimize_aggregation_in_order = 1
)
ARRAY JOIN [0, 1] AS is_backwards;
