-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

INSERT INTO {state:Identifier}.product_current
(
    * EXCEPT
    (
        seller_id, product_name, category_id, category_l2_id, category_l3_id, cover_url, desc_detail, discount, skus,
        sale_props, product_commission_rate, product_rating, review_count, free_shipping, is_s_shop, off_mark,
        from_flag, is_hot, shop_type, specification, ifl_seen, video_seen, live_seen, views_seen
    ),
    seller_id, product_name, category_id, category_l2_id, category_l3_id, cover_url, desc_detail, discount, skus,
    sale_props, product_commission_rate, product_rating, review_count, free_shipping, is_s_shop, off_mark,
    from_flag, is_hot, shop_type, specification, ifl_seen, video_seen, live_seen, views_seen
)
SELECT
    known.*,
    if(became.id = 0, seen.seller_id, became.id),
    seen.product_name,
    seen.category_id,
    seen.category_l2_id,
    seen.category_l3_id,
    seen.cover_url,
    seen.desc_detail,
    seen.discount,
    seen.skus,
    seen.sale_props,
    seen.product_commission_rate,
    seen.product_rating,
    seen.review_count,
    seen.free_shipping,
    seen.is_s_shop,
    seen.off_mark,
    seen.from_flag,
    seen.is_hot,
    seen.shop_type,
    seen.specification,
    seen.ifl_seen,
    seen.video_seen,
    seen.live_seen,
    seen.views_seen
FROM {state:Identifier}.product_amount AS known
LEFT JOIN
(
    SELECT
        product_id,
        ifNull(vitrineStamped(max(product_detail.seller_id)), 0) AS seller_id,
        vitrineStampedText(max(product_detail.product_name)) AS product_name,
        ifNull(vitrineStamped(max(product_detail.category_id)), 0) AS category_id,
        ifNull(vitrineStamped(max(product_detail.category_l2_id)), 0) AS category_l2_id,
        ifNull(vitrineStamped(max(product_detail.category_l3_id)), 0) AS category_l3_id,
        vitrineByIndex(vitrineStampedText(max(product_detail.cover_url))) AS cover_url,
        vitrineStampedText(max(product_detail.desc_detail)) AS desc_detail,
        vitrineStampedText(max(product_detail.discount)) AS discount,
        vitrineStampedText(max(product_detail.skus)) AS skus,
        vitrineStampedText(max(product_detail.sale_props)) AS sale_props,
        toDecimal64(toInt64(ifNull(vitrineStamped(max(product_detail.product_commission_rate)), 0)), 4) / 10000 AS product_commission_rate,
        toDecimal64(toInt64(ifNull(vitrineStamped(max(product_detail.product_rating)), 0)), 4) / 10000 AS product_rating,
        toInt64(ifNull(vitrineStamped(max(product_detail.review_count)), 0)) AS review_count,
        toUInt8(ifNull(vitrineStamped(max(product_detail.free_shipping)), 0)) AS free_shipping,
        toUInt8(ifNull(vitrineStamped(max(product_detail.is_s_shop)), 0)) AS is_s_shop,
        toInt64(ifNull(vitrineStamped(max(product_detail.off_mark)), 0)) AS off_mark,
        toUInt8(ifNull(vitrineStamped(max(product_detail.from_flag)), 0)) AS from_flag,
        toUInt8(ifNull(vitrineStamped(max(product_detail.is_hot)), 0)) AS is_hot,
        toUInt8(ifNull(vitrineStamped(max(product_detail.shop_type)), 0)) AS shop_type,
        vitrineStampedText(max(product_detail.specification)) AS specification,
        toInt64(ifNull(vitrineStamped(max(product_detail.ifl_seen)), 0)) AS ifl_seen,
        toInt64(ifNull(vitrineStamped(max(product_detail.video_seen)), 0)) AS video_seen,
        toInt64(ifNull(vitrineStamped(max(product_detail.live_seen)), 0)) AS live_seen,
        toInt64(ifNull(vitrineStamped(max(product_detail.views_seen)), 0)) AS views_seen
    FROM {state:Identifier}.product_detail
    GROUP BY product_id
) AS seen USING (product_id)
LEFT JOIN (SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 2) AS became ON became.own_id = seen.seller_id
SETTINGS optimize_aggregation_in_order = 1;
