-- Search: what texts become, and the index of a version (docs/decisions/0032-search-index.md).

-- A text in lower case, without marks and invisible characters. Most texts are ASCII, which takes a tenth of the time.
CREATE OR REPLACE FUNCTION vitrineFolded AS (text) ->
    if(length(text) = lengthUTF8(text),
       lower(text),
       translateUTF8(
           replaceRegexpAll(lowerUTF8(normalizeUTF8NFKD(toValidUTF8(text))), '[\\p{M}\\x{200B}-\\x{200D}\\x{2060}\\x{FEFF}]+', ''),
           'đıøłæœð', 'dioload'));

-- Its words in order: of scripts without blanks all pairs of neighbours, of symbols such as emoji each one. A word is cut after 40
-- characters, a text after 64 words.
CREATE OR REPLACE FUNCTION vitrineWords AS (text) ->
    arrayMap(word -> substringUTF8(word, 1, 40), arraySlice(
        if(length(text) = lengthUTF8(text),
           extractAll(vitrineFolded(text), '[0-9a-z]+'),
           arrayFlatten(arrayMap(
               word -> if(match(word, '^[\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Thai}\\p{Lao}\\p{Khmer}\\p{Myanmar}]')
                          AND lengthUTF8(word) > 2,
                          ngrams(word, 2), [word]),
               extractAll(
                   replaceRegexpAll(vitrineFolded(text),
                       '[\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Thai}\\p{Lao}\\p{Khmer}\\p{Myanmar}]+', ' \\0 '),
                   '[\\p{L}\\p{N}]+|\\p{So}')))),
        1, 64));

-- The same as one text: a name as it is compared.
CREATE OR REPLACE FUNCTION vitrineName AS (text) -> arrayStringConcat(vitrineWords(text), ' ');

-- A handle is known by its parts and by all of them together.
CREATE OR REPLACE FUNCTION vitrineHandleNames AS (handle) ->
    arrayDistinct([vitrineName(handle), arrayStringConcat(vitrineWords(handle))]);

-- The names of an entity, a line each.
CREATE OR REPLACE FUNCTION vitrineNames AS (names) -> arrayStringConcat(arrayDistinct(arrayFilter(name -> name != '', names)), '\n');

-- What can be found: a row an entity. Its place is its rank by type and sales: of two of a type, the smaller sold more.
CREATE TABLE IF NOT EXISTS serving_search_entity
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    type UInt8 COMMENT '1 creator, 2 product, 3 shop, 4 video, 5 live',
    place UInt32 COMMENT 'rank by type and units sold; on a tie the smaller ID first',
    id UInt64 COMMENT 'ID of the creator, product, shop, video or live',
    region LowCardinality(String) COMMENT 'market; empty when unknown',
    names String COMMENT 'its names as they are compared, a line each',
    row String COMMENT 'the row as it is served'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (type, place)
SETTINGS index_granularity = 64, min_compress_block_size = 4096, max_compress_block_size = 16384;

-- Where an entity is, by its ID.
CREATE TABLE IF NOT EXISTS serving_search_id
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    type UInt8 COMMENT 'as in serving_search_entity',
    id UInt64,
    place UInt32
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (type, id)
SETTINGS index_granularity = 256;

-- Which entities have a word: the best sellers of a market first, 4,096 a row and 65,536 at most.
CREATE TABLE IF NOT EXISTS serving_search_posting
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    type UInt8 COMMENT 'as in serving_search_entity',
    word String,
    region LowCardinality(String) COMMENT 'market of the entities',
    part UInt8 COMMENT 'number of the row, from 0',
    places Array(UInt32) COMMENT 'ascending' CODEC(Delta(4), LZ4)
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (type, word, region, part)
SETTINGS index_granularity = 128, min_compress_block_size = 4096, max_compress_block_size = 65536;

-- All words, once as they are and once backwards: whoever misspells one has its first half right, or its second.
CREATE TABLE IF NOT EXISTS serving_search_word
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    type UInt8 COMMENT 'as in serving_search_entity',
    is_backwards UInt8 COMMENT '1: the letters are in reverse order',
    letters String,
    entities UInt32 COMMENT 'entities that have it',
    best UInt32 COMMENT 'place of the first of them'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (type, is_backwards, letters)
SETTINGS index_granularity = 256;
