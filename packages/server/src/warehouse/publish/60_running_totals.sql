-- Sums over all days: those of the base version plus what this publish changed. Old days are not read again.

INSERT INTO {state:Identifier}.product_total (version, product_id, units, gmv)
SELECT {version:UInt32}, product_id, sum(units), sum(toInt128(gmv))
FROM
(
    SELECT product_id, units, gmv FROM {state:Identifier}.product_total WHERE version = {base:UInt32}
    UNION ALL
    SELECT product_id, units, gmv FROM {state:Identifier}.product_day WHERE version = {version:UInt32}
)
GROUP BY product_id;

INSERT INTO {state:Identifier}.link_total (version, product_id, kind, source_id, units, gmv)
SELECT {version:UInt32}, product_id, kind, source_id, sum(toInt128(units)), sum(toInt128(gmv))
FROM
(
    SELECT product_id, kind, source_id, units, gmv FROM {state:Identifier}.link_total WHERE version = {base:UInt32}
    UNION ALL
    SELECT product_id, kind, source_id, units, gmv FROM {state:Identifier}.attribution WHERE version = {version:UInt32}
)
GROUP BY product_id, kind, source_id;
