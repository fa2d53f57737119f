-- Which images rows show, so that only these are fetched for callers: covers of products and videos, pictures of creators.

INSERT INTO serving_image (version, name)
SELECT DISTINCT {version:UInt32}, toFixedString(substring(SHA256(address), 1, 16), 16)
FROM
(
    SELECT JSONExtractString(arrayJoin(JSONExtractArrayRaw(cover_url)), 'url') AS address
    FROM serving_product_list
    WHERE version = {version:UInt32}
    UNION ALL
    SELECT reflow_cover FROM serving_product_videos WHERE version = {version:UInt32}
    UNION ALL
    SELECT avatar FROM {state:Identifier}.creator_current
)
WHERE notEmpty(address);
