// Made from the catalogue by scripts/generate-sdk.ts ("npm run generate"): edits are lost.

import type { Count, EndpointMethod, LookupMethod, PageParameters } from '../endpoint-method.ts';

import type { EndpointSpec } from '../endpoint-spec.ts';

/** Parameters of {@link EndpointMethods.productList}. */
export interface ProductListParameters extends PageParameters {
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** Only products of this first-level category. */
  readonly category_id?: string | undefined;
  /** Only products of this second-level category. */
  readonly category_l2_id?: string | undefined;
  /** Only products of this third-level category. */
  readonly category_l3_id?: string | undefined;
  /** Only products with this sales trend: units of the last 7 days compared with the 7 days before. Up and down mean a change of more than 10 %. 0 = stable, 1 = up, 2 = down. */
  readonly sales_trend_flag?: 0 | 'stable' | 1 | 'up' | 2 | 'down' | undefined;
  /** Minimum total units sold. */
  readonly min_total_sale_cnt?: Count | undefined;
  /** Maximum total units sold. */
  readonly max_total_sale_cnt?: Count | undefined;
  /** Minimum units sold in the last 30 days. */
  readonly min_total_sale_30d_cnt?: Count | undefined;
  /** Maximum units sold in the last 30 days. */
  readonly max_total_sale_30d_cnt?: Count | undefined;
  /** Minimum average price, in the currency of the product. */
  readonly min_spu_avg_price?: number | undefined;
  /** Maximum average price, in the currency of the product. */
  readonly max_spu_avg_price?: number | undefined;
  /** Minimum commission rate as a fraction: 0.05 is 5 %. */
  readonly min_product_commission_rate?: number | undefined;
  /** Maximum commission rate as a fraction: 0.05 is 5 %. */
  readonly max_product_commission_rate?: number | undefined;
  /** Minimum number of creators who promote the product. */
  readonly min_total_ifl_cnt?: Count | undefined;
  /** Maximum number of creators who promote the product. */
  readonly max_total_ifl_cnt?: Count | undefined;
  /** Minimum number of videos that promote the product. */
  readonly min_total_video_cnt?: Count | undefined;
  /** Maximum number of videos that promote the product. */
  readonly max_total_video_cnt?: Count | undefined;
  /** Minimum total views of the videos that promote the product. */
  readonly min_total_views_cnt?: Count | undefined;
  /** Maximum total views of the videos that promote the product. */
  readonly max_total_views_cnt?: Count | undefined;
  /** Minimum average review rating, 0 to 5. */
  readonly min_product_rating?: number | undefined;
  /** Maximum average review rating, 0 to 5. */
  readonly max_product_rating?: number | undefined;
  /** Minimum number of reviews. */
  readonly min_review_count?: Count | undefined;
  /** Maximum number of reviews. */
  readonly max_review_count?: Count | undefined;
  /** Filter by whether the shop is fully managed by the platform. 0 = no, 1 = yes. */
  readonly is_s_shop?: 0 | 'no' | 1 | 'yes' | undefined;
  /** Filter by whether shipping is free. 0 = no, 1 = yes. */
  readonly free_shipping?: 0 | 'no' | 1 | 'yes' | undefined;
  /** Minimum total GMV, in the currency of the product. */
  readonly min_total_sale_gmv_amt?: number | undefined;
  /** Maximum total GMV, in the currency of the product. */
  readonly max_total_sale_gmv_amt?: number | undefined;
  /** Minimum GMV in the last 30 days, in the currency of the product. */
  readonly min_total_sale_gmv_30d_amt?: number | undefined;
  /** Maximum GMV in the last 30 days, in the currency of the product. */
  readonly max_total_sale_gmv_30d_amt?: number | undefined;
  /** Earliest UTC day of first observation. */
  readonly min_first_crawl_dt?: number | undefined;
  /** Latest UTC day of first observation. */
  readonly max_first_crawl_dt?: number | undefined;
  /** Only products with this main sales channel. 0 = neither, 1 = video, 2 = live. */
  readonly sales_flag?: 0 | 'neither' | 1 | 'video' | 2 | 'live' | undefined;
  /** Filter by whether the product is on sale (off_mark below 2) or taken down. 0 = on sale, 1 = taken down. */
  readonly off_mark?: 0 | 'on sale' | 1 | 'taken down' | undefined;
  /** Only products whose name contains all these words or word fragments. Case-insensitive. */
  readonly keyword?: string | undefined;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price, 4 = total_sale_7d_cnt, 5 = total_sale_30d_cnt, 6 = total_sale_gmv_7d_amt, 7 = total_sale_gmv_30d_amt. */
  readonly product_sort_field?: 1 | 'total_sale_cnt' | 2 | 'total_sale_gmv_amt' | 3 | 'spu_avg_price' | 4 | 'total_sale_7d_cnt' | 5 | 'total_sale_30d_cnt' | 6 | 'total_sale_gmv_7d_amt' | 7 | 'total_sale_gmv_30d_amt' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
}

/** A row of {@link EndpointMethods.productList}. */
export interface ProductListRow {
  /** First-level category; "0" when unset */
  readonly category_id: string;
  /** Second-level category; "0" when unset */
  readonly category_l2_id: string;
  /** Third-level category; "0" when unset */
  readonly category_l3_id: string;
  /** JSON array of {url, index}, sorted by index */
  readonly cover_url: string;
  /** JSON array of description blocks (text, lists, images) */
  readonly desc_detail: string;
  /** Discount as given by the source */
  readonly discount: string;
  /** UTC day of the first observation, yyyyMMdd */
  readonly first_crawl_dt: number;
  /** 1: free shipping, 0: not */
  readonly free_shipping: number;
  /** 1: the shop is fully managed by the platform, 0: not */
  readonly is_s_shop: number;
  /** Highest SKU price */
  readonly max_price: number;
  /** Lowest SKU price */
  readonly min_price: number;
  /** Below 2: on sale; 2 and above: taken down */
  readonly off_mark: number;
  /** Commission as a fraction: 0.05 is 5 % */
  readonly product_commission_rate: number;
  /** Product */
  readonly product_id: string;
  /** Title */
  readonly product_name: string;
  /** Average review rating, 0 to 5 */
  readonly product_rating: number;
  /** Market, two letters */
  readonly region: string;
  /** Reviews */
  readonly review_count: number;
  /** JSON array of the properties that distinguish the SKUs, such as color */
  readonly sale_props: string;
  /** Main source of GMV: 1 videos, 2 lives, 0 neither */
  readonly sales_flag: number;
  /** Units of the last 7 days compared with the 7 days before: 0 stable, 1 up, 2 down */
  readonly sales_trend_flag: number;
  /** Shop that sells the product; "0" when unknown */
  readonly seller_id: string;
  /** JSON array of SKUs with their prices */
  readonly skus: string;
  /** Average SKU price */
  readonly spu_avg_price: number;
  /** Creators with a video or live that promotes the product */
  readonly total_ifl_cnt: number;
  /** Creators who hosted their first live with the product in the last 15 days */
  readonly total_ifl_live_15d_cnt: number;
  /** Creators who hosted their first live with the product in the last day */
  readonly total_ifl_live_1d_cnt: number;
  /** Creators who hosted their first live with the product in the last 30 days */
  readonly total_ifl_live_30d_cnt: number;
  /** Creators who hosted their first live with the product in the last 60 days */
  readonly total_ifl_live_60d_cnt: number;
  /** Creators who hosted their first live with the product in the last 7 days */
  readonly total_ifl_live_7d_cnt: number;
  /** Creators who hosted their first live with the product in the last 90 days */
  readonly total_ifl_live_90d_cnt: number;
  /** Creators who posted their first video of the product in the last 15 days */
  readonly total_ifl_video_15d_cnt: number;
  /** Creators who posted their first video of the product in the last day */
  readonly total_ifl_video_1d_cnt: number;
  /** Creators who posted their first video of the product in the last 30 days */
  readonly total_ifl_video_30d_cnt: number;
  /** Creators who posted their first video of the product in the last 60 days */
  readonly total_ifl_video_60d_cnt: number;
  /** Creators who posted their first video of the product in the last 7 days */
  readonly total_ifl_video_7d_cnt: number;
  /** Creators who posted their first video of the product in the last 90 days */
  readonly total_ifl_video_90d_cnt: number;
  /** New lives that promote the product in the last 15 days */
  readonly total_live_15d_cnt: number;
  /** New lives that promote the product in the last day */
  readonly total_live_1d_cnt: number;
  /** New lives that promote the product in the last 30 days */
  readonly total_live_30d_cnt: number;
  /** New lives that promote the product in the last 60 days */
  readonly total_live_60d_cnt: number;
  /** New lives that promote the product in the last 7 days */
  readonly total_live_7d_cnt: number;
  /** New lives that promote the product in the last 90 days */
  readonly total_live_90d_cnt: number;
  /** Lives that promote the product */
  readonly total_live_cnt: number;
  /** Units sold through lives in the last 15 days (estimated) */
  readonly total_live_sale_15d_cnt: number;
  /** Units sold through lives in the last day (estimated) */
  readonly total_live_sale_1d_cnt: number;
  /** Units sold through lives in the last 30 days (estimated) */
  readonly total_live_sale_30d_cnt: number;
  /** Units sold through lives in the last 60 days (estimated) */
  readonly total_live_sale_60d_cnt: number;
  /** Units sold through lives in the last 7 days (estimated) */
  readonly total_live_sale_7d_cnt: number;
  /** Units sold through lives in the last 90 days (estimated) */
  readonly total_live_sale_90d_cnt: number;
  /** Total units sold through lives (estimated) */
  readonly total_live_sale_cnt: number;
  /** GMV of sales through lives in the last 15 days (estimated) */
  readonly total_live_sale_gmv_15d_amt: number;
  /** GMV of sales through lives in the last day (estimated) */
  readonly total_live_sale_gmv_1d_amt: number;
  /** GMV of sales through lives in the last 30 days (estimated) */
  readonly total_live_sale_gmv_30d_amt: number;
  /** GMV of sales through lives in the last 60 days (estimated) */
  readonly total_live_sale_gmv_60d_amt: number;
  /** GMV of sales through lives in the last 7 days (estimated) */
  readonly total_live_sale_gmv_7d_amt: number;
  /** GMV of sales through lives in the last 90 days (estimated) */
  readonly total_live_sale_gmv_90d_amt: number;
  /** Total GMV of sales through lives (estimated) */
  readonly total_live_sale_gmv_amt: number;
  /** Units sold in the last 15 days */
  readonly total_sale_15d_cnt: number;
  /** Units sold in the last day */
  readonly total_sale_1d_cnt: number;
  /** Units sold in the last 30 days */
  readonly total_sale_30d_cnt: number;
  /** Units sold in the last 60 days */
  readonly total_sale_60d_cnt: number;
  /** Units sold in the last 7 days */
  readonly total_sale_7d_cnt: number;
  /** Units sold in the last 90 days */
  readonly total_sale_90d_cnt: number;
  /** Total units sold */
  readonly total_sale_cnt: number;
  /** GMV in the last 15 days */
  readonly total_sale_gmv_15d_amt: number;
  /** GMV in the last day */
  readonly total_sale_gmv_1d_amt: number;
  /** GMV in the last 30 days */
  readonly total_sale_gmv_30d_amt: number;
  /** GMV in the last 60 days */
  readonly total_sale_gmv_60d_amt: number;
  /** GMV in the last 7 days */
  readonly total_sale_gmv_7d_amt: number;
  /** GMV in the last 90 days */
  readonly total_sale_gmv_90d_amt: number;
  /** Total GMV */
  readonly total_sale_gmv_amt: number;
  /** New videos that promote the product in the last 15 days */
  readonly total_video_15d_cnt: number;
  /** New videos that promote the product in the last day */
  readonly total_video_1d_cnt: number;
  /** New videos that promote the product in the last 30 days */
  readonly total_video_30d_cnt: number;
  /** New videos that promote the product in the last 60 days */
  readonly total_video_60d_cnt: number;
  /** New videos that promote the product in the last 7 days */
  readonly total_video_7d_cnt: number;
  /** New videos that promote the product in the last 90 days */
  readonly total_video_90d_cnt: number;
  /** Videos that promote the product */
  readonly total_video_cnt: number;
  /** Units sold through videos in the last 15 days (estimated) */
  readonly total_video_sale_15d_cnt: number;
  /** Units sold through videos in the last day (estimated) */
  readonly total_video_sale_1d_cnt: number;
  /** Units sold through videos in the last 30 days (estimated) */
  readonly total_video_sale_30d_cnt: number;
  /** Units sold through videos in the last 60 days (estimated) */
  readonly total_video_sale_60d_cnt: number;
  /** Units sold through videos in the last 7 days (estimated) */
  readonly total_video_sale_7d_cnt: number;
  /** Units sold through videos in the last 90 days (estimated) */
  readonly total_video_sale_90d_cnt: number;
  /** Total units sold through videos (estimated) */
  readonly total_video_sale_cnt: number;
  /** GMV of sales through videos in the last 15 days (estimated) */
  readonly total_video_sale_gmv_15d_amt: number;
  /** GMV of sales through videos in the last day (estimated) */
  readonly total_video_sale_gmv_1d_amt: number;
  /** GMV of sales through videos in the last 30 days (estimated) */
  readonly total_video_sale_gmv_30d_amt: number;
  /** GMV of sales through videos in the last 60 days (estimated) */
  readonly total_video_sale_gmv_60d_amt: number;
  /** GMV of sales through videos in the last 7 days (estimated) */
  readonly total_video_sale_gmv_7d_amt: number;
  /** GMV of sales through videos in the last 90 days (estimated) */
  readonly total_video_sale_gmv_90d_amt: number;
  /** Total GMV of sales through videos (estimated) */
  readonly total_video_sale_gmv_amt: number;
  /** Views gained by the videos that promote the product in the last 15 days */
  readonly total_views_15d_cnt: number;
  /** Views gained by the videos that promote the product in the last day */
  readonly total_views_1d_cnt: number;
  /** Views gained by the videos that promote the product in the last 30 days */
  readonly total_views_30d_cnt: number;
  /** Views gained by the videos that promote the product in the last 60 days */
  readonly total_views_60d_cnt: number;
  /** Views gained by the videos that promote the product in the last 7 days */
  readonly total_views_7d_cnt: number;
  /** Views gained by the videos that promote the product in the last 90 days */
  readonly total_views_90d_cnt: number;
  /** Views of the videos that promote the product */
  readonly total_views_cnt: number;
  /** 1 sold locally, 2 cross-border, 0 unknown. Not part of the original contract. */
  readonly from_flag: number;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.productCreators}. */
export interface ProductCreatorsParameters extends PageParameters {
  /** ID of the product. */
  readonly product_id: string;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_followers_cnt, 2 = total_digg_cnt, 3 = per_product_ifl_sale_cnt, 4 = per_product_ifl_gmv_amt, 5 = total_post_video_cnt, 6 = total_views_cnt, 7 = total_live_views_cnt. */
  readonly product_influencer_sort_field?: 1 | 'total_followers_cnt' | 2 | 'total_digg_cnt' | 3 | 'per_product_ifl_sale_cnt' | 4 | 'per_product_ifl_gmv_amt' | 5 | 'total_post_video_cnt' | 6 | 'total_views_cnt' | 7 | 'total_live_views_cnt' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
}

/** A row of {@link EndpointMethods.productCreators}. */
export interface ProductCreatorsRow {
  /** URL of the profile picture */
  readonly avatar: string;
  /** Content category of the creator, as given by the source */
  readonly category: string;
  /** Display name of the creator */
  readonly nick_name: string;
  /** GMV of the product sold through the creator (estimated) */
  readonly per_product_ifl_gmv_amt: number;
  /** Units of the product sold through the creator (estimated) */
  readonly per_product_ifl_sale_cnt: number;
  /** Product */
  readonly product_id: string;
  /** Home market of the creator, two letters; empty when unknown */
  readonly region: string;
  /** Likes received by the creator */
  readonly total_digg_cnt: number;
  /** Followers of the creator */
  readonly total_followers_cnt: number;
  /** Accounts followed by the creator */
  readonly total_following_cnt: number;
  /** Lives hosted by the creator */
  readonly total_live_cnt: number;
  /** Viewers of the creator’s lives */
  readonly total_live_views_cnt: number;
  /** Videos posted by the creator */
  readonly total_post_video_cnt: number;
  /** Views of the creator’s videos */
  readonly total_views_cnt: number;
  /** Creator */
  readonly user_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.productVideos}. */
export interface ProductVideosParameters extends PageParameters {
  /** ID of the product. */
  readonly product_id: string;
  /** Only videos of this creator. */
  readonly user_id?: string | undefined;
  /** Minimum posting time in epoch seconds; a video with an unknown time counts as 0. */
  readonly min_create_time?: Count | undefined;
  /** Maximum posting time in epoch seconds; a video with an unknown time counts as 0. */
  readonly max_create_time?: Count | undefined;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_digg_cnt, 3 = total_shares_cnt, 4 = total_video_sale_cnt, 5 = total_video_sale_gmv_amt, 6 = create_time. */
  readonly product_video_sort_field?: 1 | 'total_views_cnt' | 2 | 'total_digg_cnt' | 3 | 'total_shares_cnt' | 4 | 'total_video_sale_cnt' | 5 | 'total_video_sale_gmv_amt' | 6 | 'create_time' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
}

/** A row of {@link EndpointMethods.productVideos}. */
export interface ProductVideosRow {
  /** Posting time in epoch seconds; empty when unknown */
  readonly create_time: string;
  /** File size in bytes; empty when unknown */
  readonly data_size: string;
  /** Length in seconds */
  readonly duration: number;
  /** Hashtags of the caption */
  readonly hash_tag: string;
  /** Height in pixels; empty when unknown */
  readonly height: string;
  /** Last observed URL of the video file; it may have expired */
  readonly play_addr: string;
  /** Product */
  readonly product_id: string;
  /** Resolution as given by the source, such as 540p */
  readonly ratio: string;
  /** URL of the cover image */
  readonly reflow_cover: string;
  /** Market of the video, two letters; empty when unknown */
  readonly region: string;
  /** Comments */
  readonly total_comments_cnt: number;
  /** Likes */
  readonly total_digg_cnt: number;
  /** Times saved */
  readonly total_favorites_cnt: number;
  /** Shares */
  readonly total_shares_cnt: number;
  /** Units of the product sold through the video (estimated) */
  readonly total_video_sale_cnt: number;
  /** GMV of the product sold through the video (estimated) */
  readonly total_video_sale_gmv_amt: number;
  /** Views */
  readonly total_views_cnt: number;
  /** Creator of the video; "0" when unknown */
  readonly user_id: string;
  /** Caption */
  readonly video_desc: string;
  /** Video */
  readonly video_id: string;
  /** Width in pixels; empty when unknown */
  readonly width: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.influencerProducts}. */
export interface InfluencerProductsParameters extends PageParameters {
  /** ID of the creator. */
  readonly user_id: string;
  /** Only products of this first-level category. */
  readonly category_id?: string | undefined;
  /** Only if the creator has this handle, with or without @. Case-insensitive. */
  readonly unique_id?: string | undefined;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price, 4 = total_video_sale_cnt, 5 = total_video_sale_gmv_amt. */
  readonly influencer_product_sort_field?: 1 | 'total_sale_cnt' | 2 | 'total_sale_gmv_amt' | 3 | 'spu_avg_price' | 4 | 'total_video_sale_cnt' | 5 | 'total_video_sale_gmv_amt' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
}

/** A row of {@link EndpointMethods.influencerProducts}. */
export interface InfluencerProductsRow {
  /** First-level category of the product; "0" when unset */
  readonly category_id: string;
  /** JSON array of {url, index}, sorted by index */
  readonly cover_url: string;
  /** Product */
  readonly product_id: string;
  /** Title of the product */
  readonly product_name: string;
  /** Average SKU price */
  readonly spu_avg_price: number;
  /** Lives of the creator that promote the product */
  readonly total_live_cnt: number;
  /** Units sold through these lives (estimated) */
  readonly total_live_sale_cnt: number;
  /** GMV sold through these lives (estimated) */
  readonly total_live_sale_gmv_amt: number;
  /** Total units of the product sold, across all channels */
  readonly total_sale_cnt: number;
  /** Total GMV of the product, across all channels */
  readonly total_sale_gmv_amt: number;
  /** Videos of the creator that promote the product */
  readonly total_video_cnt: number;
  /** Units sold through these videos (estimated) */
  readonly total_video_sale_cnt: number;
  /** GMV sold through these videos (estimated) */
  readonly total_video_sale_gmv_amt: number;
  /** Creator */
  readonly user_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.shopProducts}. */
export interface ShopProductsParameters extends PageParameters {
  /** ID of the shop. */
  readonly seller_id: string;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price, 4 = total_sale_7d_cnt, 5 = total_sale_gmv_7d_amt. */
  readonly seller_product_sort_field?: 1 | 'total_sale_cnt' | 2 | 'total_sale_gmv_amt' | 3 | 'spu_avg_price' | 4 | 'total_sale_7d_cnt' | 5 | 'total_sale_gmv_7d_amt' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
}

/** A row of {@link EndpointMethods.shopProducts}. */
export interface ShopProductsRow {
  /** First-level category; "0" when unset */
  readonly category_id: string;
  /** Second-level category; "0" when unset */
  readonly category_l2_id: string;
  /** Third-level category; "0" when unset */
  readonly category_l3_id: string;
  /** JSON array of {url, index}, sorted by index */
  readonly cover_url: string;
  /** JSON array of description blocks (text, lists, images) */
  readonly desc_detail: string;
  /** Discount as given by the source */
  readonly discount: string;
  /** UTC day of the first observation, yyyyMMdd */
  readonly first_crawl_dt: number;
  /** 1: free shipping, 0: not */
  readonly free_shipping: number;
  /** 1: the shop is fully managed by the platform, 0: not */
  readonly is_s_shop: number;
  /** Highest SKU price */
  readonly max_price: number;
  /** Lowest SKU price */
  readonly min_price: number;
  /** Below 2: on sale; 2 and above: taken down */
  readonly off_mark: number;
  /** Commission as a fraction: 0.05 is 5 % */
  readonly product_commission_rate: number;
  /** Product */
  readonly product_id: string;
  /** Title */
  readonly product_name: string;
  /** Average review rating, 0 to 5 */
  readonly product_rating: number;
  /** Market, two letters */
  readonly region: string;
  /** Reviews */
  readonly review_count: number;
  /** JSON array of the properties that distinguish the SKUs, such as color */
  readonly sale_props: string;
  /** Main source of GMV: 1 videos, 2 lives, 0 neither */
  readonly sales_flag: number;
  /** Units of the last 7 days compared with the 7 days before: 0 stable, 1 up, 2 down */
  readonly sales_trend_flag: number;
  /** Shop that sells the product; "0" when unknown */
  readonly seller_id: string;
  /** JSON array of SKUs with their prices */
  readonly skus: string;
  /** Average SKU price */
  readonly spu_avg_price: number;
  /** Creators with a video or live that promotes the product */
  readonly total_ifl_cnt: number;
  /** Creators who hosted their first live with the product in the last 15 days */
  readonly total_ifl_live_15d_cnt: number;
  /** Creators who hosted their first live with the product in the last day */
  readonly total_ifl_live_1d_cnt: number;
  /** Creators who hosted their first live with the product in the last 30 days */
  readonly total_ifl_live_30d_cnt: number;
  /** Creators who hosted their first live with the product in the last 60 days */
  readonly total_ifl_live_60d_cnt: number;
  /** Creators who hosted their first live with the product in the last 7 days */
  readonly total_ifl_live_7d_cnt: number;
  /** Creators who hosted their first live with the product in the last 90 days */
  readonly total_ifl_live_90d_cnt: number;
  /** Creators who posted their first video of the product in the last 15 days */
  readonly total_ifl_video_15d_cnt: number;
  /** Creators who posted their first video of the product in the last day */
  readonly total_ifl_video_1d_cnt: number;
  /** Creators who posted their first video of the product in the last 30 days */
  readonly total_ifl_video_30d_cnt: number;
  /** Creators who posted their first video of the product in the last 60 days */
  readonly total_ifl_video_60d_cnt: number;
  /** Creators who posted their first video of the product in the last 7 days */
  readonly total_ifl_video_7d_cnt: number;
  /** Creators who posted their first video of the product in the last 90 days */
  readonly total_ifl_video_90d_cnt: number;
  /** New lives that promote the product in the last 15 days */
  readonly total_live_15d_cnt: number;
  /** New lives that promote the product in the last day */
  readonly total_live_1d_cnt: number;
  /** New lives that promote the product in the last 30 days */
  readonly total_live_30d_cnt: number;
  /** New lives that promote the product in the last 60 days */
  readonly total_live_60d_cnt: number;
  /** New lives that promote the product in the last 7 days */
  readonly total_live_7d_cnt: number;
  /** New lives that promote the product in the last 90 days */
  readonly total_live_90d_cnt: number;
  /** Lives that promote the product */
  readonly total_live_cnt: number;
  /** Units sold through lives in the last 15 days (estimated) */
  readonly total_live_sale_15d_cnt: number;
  /** Units sold through lives in the last day (estimated) */
  readonly total_live_sale_1d_cnt: number;
  /** Units sold through lives in the last 30 days (estimated) */
  readonly total_live_sale_30d_cnt: number;
  /** Units sold through lives in the last 60 days (estimated) */
  readonly total_live_sale_60d_cnt: number;
  /** Units sold through lives in the last 7 days (estimated) */
  readonly total_live_sale_7d_cnt: number;
  /** Units sold through lives in the last 90 days (estimated) */
  readonly total_live_sale_90d_cnt: number;
  /** Total units sold through lives (estimated) */
  readonly total_live_sale_cnt: number;
  /** GMV of sales through lives in the last 15 days (estimated) */
  readonly total_live_sale_gmv_15d_amt: number;
  /** GMV of sales through lives in the last day (estimated) */
  readonly total_live_sale_gmv_1d_amt: number;
  /** GMV of sales through lives in the last 30 days (estimated) */
  readonly total_live_sale_gmv_30d_amt: number;
  /** GMV of sales through lives in the last 60 days (estimated) */
  readonly total_live_sale_gmv_60d_amt: number;
  /** GMV of sales through lives in the last 7 days (estimated) */
  readonly total_live_sale_gmv_7d_amt: number;
  /** GMV of sales through lives in the last 90 days (estimated) */
  readonly total_live_sale_gmv_90d_amt: number;
  /** Total GMV of sales through lives (estimated) */
  readonly total_live_sale_gmv_amt: number;
  /** Units sold in the last 15 days */
  readonly total_sale_15d_cnt: number;
  /** Units sold in the last day */
  readonly total_sale_1d_cnt: number;
  /** Units sold in the last 30 days */
  readonly total_sale_30d_cnt: number;
  /** Units sold in the last 60 days */
  readonly total_sale_60d_cnt: number;
  /** Units sold in the last 7 days */
  readonly total_sale_7d_cnt: number;
  /** Units sold in the last 90 days */
  readonly total_sale_90d_cnt: number;
  /** Total units sold */
  readonly total_sale_cnt: number;
  /** GMV in the last 15 days */
  readonly total_sale_gmv_15d_amt: number;
  /** GMV in the last day */
  readonly total_sale_gmv_1d_amt: number;
  /** GMV in the last 30 days */
  readonly total_sale_gmv_30d_amt: number;
  /** GMV in the last 60 days */
  readonly total_sale_gmv_60d_amt: number;
  /** GMV in the last 7 days */
  readonly total_sale_gmv_7d_amt: number;
  /** GMV in the last 90 days */
  readonly total_sale_gmv_90d_amt: number;
  /** Total GMV */
  readonly total_sale_gmv_amt: number;
  /** New videos that promote the product in the last 15 days */
  readonly total_video_15d_cnt: number;
  /** New videos that promote the product in the last day */
  readonly total_video_1d_cnt: number;
  /** New videos that promote the product in the last 30 days */
  readonly total_video_30d_cnt: number;
  /** New videos that promote the product in the last 60 days */
  readonly total_video_60d_cnt: number;
  /** New videos that promote the product in the last 7 days */
  readonly total_video_7d_cnt: number;
  /** New videos that promote the product in the last 90 days */
  readonly total_video_90d_cnt: number;
  /** Videos that promote the product */
  readonly total_video_cnt: number;
  /** Units sold through videos in the last 15 days (estimated) */
  readonly total_video_sale_15d_cnt: number;
  /** Units sold through videos in the last day (estimated) */
  readonly total_video_sale_1d_cnt: number;
  /** Units sold through videos in the last 30 days (estimated) */
  readonly total_video_sale_30d_cnt: number;
  /** Units sold through videos in the last 60 days (estimated) */
  readonly total_video_sale_60d_cnt: number;
  /** Units sold through videos in the last 7 days (estimated) */
  readonly total_video_sale_7d_cnt: number;
  /** Units sold through videos in the last 90 days (estimated) */
  readonly total_video_sale_90d_cnt: number;
  /** Total units sold through videos (estimated) */
  readonly total_video_sale_cnt: number;
  /** GMV of sales through videos in the last 15 days (estimated) */
  readonly total_video_sale_gmv_15d_amt: number;
  /** GMV of sales through videos in the last day (estimated) */
  readonly total_video_sale_gmv_1d_amt: number;
  /** GMV of sales through videos in the last 30 days (estimated) */
  readonly total_video_sale_gmv_30d_amt: number;
  /** GMV of sales through videos in the last 60 days (estimated) */
  readonly total_video_sale_gmv_60d_amt: number;
  /** GMV of sales through videos in the last 7 days (estimated) */
  readonly total_video_sale_gmv_7d_amt: number;
  /** GMV of sales through videos in the last 90 days (estimated) */
  readonly total_video_sale_gmv_90d_amt: number;
  /** Total GMV of sales through videos (estimated) */
  readonly total_video_sale_gmv_amt: number;
  /** Views gained by the videos that promote the product in the last 15 days */
  readonly total_views_15d_cnt: number;
  /** Views gained by the videos that promote the product in the last day */
  readonly total_views_1d_cnt: number;
  /** Views gained by the videos that promote the product in the last 30 days */
  readonly total_views_30d_cnt: number;
  /** Views gained by the videos that promote the product in the last 60 days */
  readonly total_views_60d_cnt: number;
  /** Views gained by the videos that promote the product in the last 7 days */
  readonly total_views_7d_cnt: number;
  /** Views gained by the videos that promote the product in the last 90 days */
  readonly total_views_90d_cnt: number;
  /** Views of the videos that promote the product */
  readonly total_views_cnt: number;
  /** 1 sold locally, 2 cross-border, 0 unknown. Not part of the original contract. */
  readonly from_flag: number;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.shopVideos}. */
export interface ShopVideosParameters extends PageParameters {
  /** ID of the shop. */
  readonly seller_id: string;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_video_sale_cnt, 3 = total_video_sale_gmv_amt. */
  readonly seller_video_sort_field?: 1 | 'total_views_cnt' | 2 | 'total_video_sale_cnt' | 3 | 'total_video_sale_gmv_amt' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
}

/** A row of {@link EndpointMethods.shopVideos}. */
export interface ShopVideosRow {
  /** URL of the creator’s profile picture */
  readonly avatar: string;
  /** Posting time in epoch seconds; empty when unknown */
  readonly create_time: string;
  /** Display name of the creator */
  readonly nick_name: string;
  /** URL of the cover image */
  readonly reflow_cover: string;
  /** Market of the video, two letters; empty when unknown */
  readonly region: string;
  /** Shop */
  readonly seller_id: string;
  /** Comments */
  readonly total_comments_cnt: number;
  /** Likes */
  readonly total_digg_cnt: number;
  /** Shares */
  readonly total_shares_cnt: number;
  /** Units of the shop’s products sold through the video (estimated) */
  readonly total_video_sale_cnt: number;
  /** GMV of the shop’s products sold through the video (estimated) */
  readonly total_video_sale_gmv_amt: number;
  /** Views */
  readonly total_views_cnt: number;
  /** Creator of the video; "0" when unknown */
  readonly user_id: string;
  /** Caption */
  readonly video_desc: string;
  /** Video */
  readonly video_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.videoDownloadUrl}. */
export interface VideoDownloadUrlParameters {
  /** ID of the video. */
  readonly video_id: string;
}

/** A row of {@link EndpointMethods.videoDownloadUrl}. */
export interface VideoDownloadUrlRow {
  /** Video */
  readonly video_id: string;
  /** Creator of the video */
  readonly user_id: string;
  /** Last observed URL of the video file */
  readonly play_addr: string;
  /** Time of the observation in UTC, such as 2026-01-31T09:30:00.000Z */
  readonly observed_at: string;
  /** Seconds since the observation; 0 when its time is in the future by this server’s clock */
  readonly age_seconds: number;
}

/** Parameters of {@link EndpointMethods.coverDownload}. */
export interface CoverDownloadParameters {
  /** Comma-separated image URLs, exactly as they appear in rows. */
  readonly cover_urls: string | readonly string[];
}

/** A row of {@link EndpointMethods.coverDownload}. */
export interface CoverDownloadRow {
  /** The URL as sent in the request */
  readonly original_url: string;
  /** URL on this server; empty when the original URL appears in no row */
  readonly converted_url: string;
  /** By the original URL: URL on this server, same as `converted_url` */
  readonly [value: string]: string;
}

/** A method an endpoint. */
export interface EndpointMethods {
  /** Search and sort the products of a market by sales, GMV, price and more. */
  readonly productList: EndpointMethod<ProductListParameters, ProductListRow>;
  /** List the creators who promote a product, with their audience and their sales of it. */
  readonly productCreators: EndpointMethod<ProductCreatorsParameters, ProductCreatorsRow>;
  /** List the videos that promote a product, with their reach and their sales of it. */
  readonly productVideos: EndpointMethod<ProductVideosParameters, ProductVideosRow>;
  /** List the products a creator promotes, with their total sales and the sales through this creator. */
  readonly influencerProducts: EndpointMethod<InfluencerProductsParameters, InfluencerProductsRow>;
  /** List the products of a shop, with the fields of the product list. */
  readonly shopProducts: EndpointMethod<ShopProductsParameters, ShopProductsRow>;
  /** List the videos that promote products of a shop, with their reach and their sales for it. */
  readonly shopVideos: EndpointMethod<ShopVideosParameters, ShopVideosRow>;
  /** Get the most recently observed playback URL of a video, and its age. */
  readonly videoDownloadUrl: LookupMethod<VideoDownloadUrlParameters, VideoDownloadUrlRow>;
  /** Convert image URLs that expire or block browsers into URLs on this server. */
  readonly coverDownload: LookupMethod<CoverDownloadParameters, CoverDownloadRow>;
}

/** Every endpoint as data. */
export const endpoints: readonly EndpointSpec[] = [
  {"id":"product-list","kind":"list","method":"productList","path":"/v1/tiktok/product/list/analytics","title":"Product list","summary":"Search and sort the products of a market by sales, GMV, price and more.","rowId":"product_id","columns":["product_id","product_name","total_sale_30d_cnt","total_sale_gmv_30d_amt","currency","spu_avg_price","total_sale_cnt","total_ifl_cnt"],"parameters":[{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"category_id","required":false,"kind":"id","use":"filter","description":"Only products of this first-level category."},{"name":"category_l2_id","required":false,"kind":"id","use":"filter","description":"Only products of this second-level category."},{"name":"category_l3_id","required":false,"kind":"id","use":"filter","description":"Only products of this third-level category."},{"name":"sales_trend_flag","required":false,"kind":"choice","use":"filter","description":"Only products with this sales trend: units of the last 7 days compared with the 7 days before. Up and down mean a change of more than 10 %. 0 = stable, 1 = up, 2 = down.","choices":[{"value":0,"label":"stable"},{"value":1,"label":"up"},{"value":2,"label":"down"}]},{"name":"min_total_sale_cnt","required":false,"kind":"count","use":"filter","description":"Minimum total units sold."},{"name":"max_total_sale_cnt","required":false,"kind":"count","use":"filter","description":"Maximum total units sold."},{"name":"min_total_sale_30d_cnt","required":false,"kind":"count","use":"filter","description":"Minimum units sold in the last 30 days."},{"name":"max_total_sale_30d_cnt","required":false,"kind":"count","use":"filter","description":"Maximum units sold in the last 30 days."},{"name":"min_spu_avg_price","required":false,"kind":"decimal","use":"filter","description":"Minimum average price, in the currency of the product."},{"name":"max_spu_avg_price","required":false,"kind":"decimal","use":"filter","description":"Maximum average price, in the currency of the product."},{"name":"min_product_commission_rate","required":false,"kind":"decimal","use":"filter","description":"Minimum commission rate as a fraction: 0.05 is 5 %."},{"name":"max_product_commission_rate","required":false,"kind":"decimal","use":"filter","description":"Maximum commission rate as a fraction: 0.05 is 5 %."},{"name":"min_total_ifl_cnt","required":false,"kind":"count","use":"filter","description":"Minimum number of creators who promote the product."},{"name":"max_total_ifl_cnt","required":false,"kind":"count","use":"filter","description":"Maximum number of creators who promote the product."},{"name":"min_total_video_cnt","required":false,"kind":"count","use":"filter","description":"Minimum number of videos that promote the product."},{"name":"max_total_video_cnt","required":false,"kind":"count","use":"filter","description":"Maximum number of videos that promote the product."},{"name":"min_total_views_cnt","required":false,"kind":"count","use":"filter","description":"Minimum total views of the videos that promote the product."},{"name":"max_total_views_cnt","required":false,"kind":"count","use":"filter","description":"Maximum total views of the videos that promote the product."},{"name":"min_product_rating","required":false,"kind":"decimal","use":"filter","description":"Minimum average review rating, 0 to 5."},{"name":"max_product_rating","required":false,"kind":"decimal","use":"filter","description":"Maximum average review rating, 0 to 5."},{"name":"min_review_count","required":false,"kind":"count","use":"filter","description":"Minimum number of reviews."},{"name":"max_review_count","required":false,"kind":"count","use":"filter","description":"Maximum number of reviews."},{"name":"is_s_shop","required":false,"kind":"choice","use":"filter","description":"Filter by whether the shop is fully managed by the platform. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]},{"name":"free_shipping","required":false,"kind":"choice","use":"filter","description":"Filter by whether shipping is free. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]},{"name":"min_total_sale_gmv_amt","required":false,"kind":"decimal","use":"filter","description":"Minimum total GMV, in the currency of the product."},{"name":"max_total_sale_gmv_amt","required":false,"kind":"decimal","use":"filter","description":"Maximum total GMV, in the currency of the product."},{"name":"min_total_sale_gmv_30d_amt","required":false,"kind":"decimal","use":"filter","description":"Minimum GMV in the last 30 days, in the currency of the product."},{"name":"max_total_sale_gmv_30d_amt","required":false,"kind":"decimal","use":"filter","description":"Maximum GMV in the last 30 days, in the currency of the product."},{"name":"min_first_crawl_dt","required":false,"kind":"day","use":"filter","description":"Earliest UTC day of first observation."},{"name":"max_first_crawl_dt","required":false,"kind":"day","use":"filter","description":"Latest UTC day of first observation."},{"name":"sales_flag","required":false,"kind":"choice","use":"filter","description":"Only products with this main sales channel. 0 = neither, 1 = video, 2 = live.","choices":[{"value":0,"label":"neither"},{"value":1,"label":"video"},{"value":2,"label":"live"}]},{"name":"off_mark","required":false,"kind":"choice","use":"filter","description":"Filter by whether the product is on sale (off_mark below 2) or taken down. 0 = on sale, 1 = taken down.","choices":[{"value":0,"label":"on sale"},{"value":1,"label":"taken down"}]},{"name":"keyword","required":false,"kind":"words","use":"filter","description":"Only products whose name contains all these words or word fragments. Case-insensitive."},{"name":"product_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price, 4 = total_sale_7d_cnt, 5 = total_sale_30d_cnt, 6 = total_sale_gmv_7d_amt, 7 = total_sale_gmv_30d_amt.","choices":[{"value":1,"label":"total_sale_cnt"},{"value":2,"label":"total_sale_gmv_amt"},{"value":3,"label":"spu_avg_price"},{"value":4,"label":"total_sale_7d_cnt"},{"value":5,"label":"total_sale_30d_cnt"},{"value":6,"label":"total_sale_gmv_7d_amt"},{"value":7,"label":"total_sale_gmv_30d_amt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_l2_id","kind":"id"},{"name":"category_l3_id","kind":"id"},{"name":"cover_url","kind":"json"},{"name":"desc_detail","kind":"json"},{"name":"discount","kind":"text"},{"name":"first_crawl_dt","kind":"day"},{"name":"free_shipping","kind":"flag"},{"name":"is_s_shop","kind":"flag"},{"name":"max_price","kind":"amount"},{"name":"min_price","kind":"amount"},{"name":"off_mark","kind":"count"},{"name":"product_commission_rate","kind":"rate"},{"name":"product_id","kind":"id"},{"name":"product_name","kind":"text"},{"name":"product_rating","kind":"rating"},{"name":"region","kind":"code"},{"name":"review_count","kind":"count"},{"name":"sale_props","kind":"json"},{"name":"sales_flag","kind":"flag"},{"name":"sales_trend_flag","kind":"flag"},{"name":"seller_id","kind":"id"},{"name":"skus","kind":"json"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_ifl_live_15d_cnt","kind":"count"},{"name":"total_ifl_live_1d_cnt","kind":"count"},{"name":"total_ifl_live_30d_cnt","kind":"count"},{"name":"total_ifl_live_60d_cnt","kind":"count"},{"name":"total_ifl_live_7d_cnt","kind":"count"},{"name":"total_ifl_live_90d_cnt","kind":"count"},{"name":"total_ifl_video_15d_cnt","kind":"count"},{"name":"total_ifl_video_1d_cnt","kind":"count"},{"name":"total_ifl_video_30d_cnt","kind":"count"},{"name":"total_ifl_video_60d_cnt","kind":"count"},{"name":"total_ifl_video_7d_cnt","kind":"count"},{"name":"total_ifl_video_90d_cnt","kind":"count"},{"name":"total_live_15d_cnt","kind":"count"},{"name":"total_live_1d_cnt","kind":"count"},{"name":"total_live_30d_cnt","kind":"count"},{"name":"total_live_60d_cnt","kind":"count"},{"name":"total_live_7d_cnt","kind":"count"},{"name":"total_live_90d_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_sale_15d_cnt","kind":"count"},{"name":"total_live_sale_1d_cnt","kind":"count"},{"name":"total_live_sale_30d_cnt","kind":"count"},{"name":"total_live_sale_60d_cnt","kind":"count"},{"name":"total_live_sale_7d_cnt","kind":"count"},{"name":"total_live_sale_90d_cnt","kind":"count"},{"name":"total_live_sale_cnt","kind":"count"},{"name":"total_live_sale_gmv_15d_amt","kind":"amount"},{"name":"total_live_sale_gmv_1d_amt","kind":"amount"},{"name":"total_live_sale_gmv_30d_amt","kind":"amount"},{"name":"total_live_sale_gmv_60d_amt","kind":"amount"},{"name":"total_live_sale_gmv_7d_amt","kind":"amount"},{"name":"total_live_sale_gmv_90d_amt","kind":"amount"},{"name":"total_live_sale_gmv_amt","kind":"amount"},{"name":"total_sale_15d_cnt","kind":"count"},{"name":"total_sale_1d_cnt","kind":"count"},{"name":"total_sale_30d_cnt","kind":"count"},{"name":"total_sale_60d_cnt","kind":"count"},{"name":"total_sale_7d_cnt","kind":"count"},{"name":"total_sale_90d_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_15d_amt","kind":"amount"},{"name":"total_sale_gmv_1d_amt","kind":"amount"},{"name":"total_sale_gmv_30d_amt","kind":"amount"},{"name":"total_sale_gmv_60d_amt","kind":"amount"},{"name":"total_sale_gmv_7d_amt","kind":"amount"},{"name":"total_sale_gmv_90d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_15d_cnt","kind":"count"},{"name":"total_video_1d_cnt","kind":"count"},{"name":"total_video_30d_cnt","kind":"count"},{"name":"total_video_60d_cnt","kind":"count"},{"name":"total_video_7d_cnt","kind":"count"},{"name":"total_video_90d_cnt","kind":"count"},{"name":"total_video_cnt","kind":"count"},{"name":"total_video_sale_15d_cnt","kind":"count"},{"name":"total_video_sale_1d_cnt","kind":"count"},{"name":"total_video_sale_30d_cnt","kind":"count"},{"name":"total_video_sale_60d_cnt","kind":"count"},{"name":"total_video_sale_7d_cnt","kind":"count"},{"name":"total_video_sale_90d_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_15d_amt","kind":"amount"},{"name":"total_video_sale_gmv_1d_amt","kind":"amount"},{"name":"total_video_sale_gmv_30d_amt","kind":"amount"},{"name":"total_video_sale_gmv_60d_amt","kind":"amount"},{"name":"total_video_sale_gmv_7d_amt","kind":"amount"},{"name":"total_video_sale_gmv_90d_amt","kind":"amount"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_15d_cnt","kind":"count"},{"name":"total_views_1d_cnt","kind":"count"},{"name":"total_views_30d_cnt","kind":"count"},{"name":"total_views_60d_cnt","kind":"count"},{"name":"total_views_7d_cnt","kind":"count"},{"name":"total_views_90d_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"from_flag","kind":"flag"},{"name":"currency","kind":"code"}]},
  {"id":"product-creators","kind":"list","method":"productCreators","path":"/v1/tiktok/product/creators/analytics","title":"Creators of a product","summary":"List the creators who promote a product, with their audience and their sales of it.","rowId":"user_id","columns":["user_id","unique_id","nick_name","per_product_ifl_sale_cnt","per_product_ifl_gmv_amt","currency","total_followers_cnt"],"parameters":[{"name":"product_id","required":true,"kind":"id","use":"key","description":"ID of the product."},{"name":"product_influencer_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_followers_cnt, 2 = total_digg_cnt, 3 = per_product_ifl_sale_cnt, 4 = per_product_ifl_gmv_amt, 5 = total_post_video_cnt, 6 = total_views_cnt, 7 = total_live_views_cnt.","choices":[{"value":1,"label":"total_followers_cnt"},{"value":2,"label":"total_digg_cnt"},{"value":3,"label":"per_product_ifl_sale_cnt"},{"value":4,"label":"per_product_ifl_gmv_amt"},{"value":5,"label":"total_post_video_cnt"},{"value":6,"label":"total_views_cnt"},{"value":7,"label":"total_live_views_cnt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."}],"row":[{"name":"avatar","kind":"text"},{"name":"category","kind":"text"},{"name":"nick_name","kind":"text"},{"name":"per_product_ifl_gmv_amt","kind":"amount"},{"name":"per_product_ifl_sale_cnt","kind":"count"},{"name":"product_id","kind":"id"},{"name":"region","kind":"code"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_followers_cnt","kind":"count"},{"name":"total_following_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_views_cnt","kind":"count"},{"name":"total_post_video_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}]},
  {"id":"product-videos","kind":"list","method":"productVideos","path":"/v1/tiktok/product/videos/analytics","title":"Videos of a product","summary":"List the videos that promote a product, with their reach and their sales of it.","rowId":"video_id","columns":["video_id","unique_id","video_desc","total_video_sale_cnt","total_video_sale_gmv_amt","currency","total_views_cnt"],"parameters":[{"name":"product_id","required":true,"kind":"id","use":"key","description":"ID of the product."},{"name":"user_id","required":false,"kind":"id","use":"filter","description":"Only videos of this creator."},{"name":"min_create_time","required":false,"kind":"count","use":"filter","description":"Minimum posting time in epoch seconds; a video with an unknown time counts as 0."},{"name":"max_create_time","required":false,"kind":"count","use":"filter","description":"Maximum posting time in epoch seconds; a video with an unknown time counts as 0."},{"name":"product_video_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_digg_cnt, 3 = total_shares_cnt, 4 = total_video_sale_cnt, 5 = total_video_sale_gmv_amt, 6 = create_time.","choices":[{"value":1,"label":"total_views_cnt"},{"value":2,"label":"total_digg_cnt"},{"value":3,"label":"total_shares_cnt"},{"value":4,"label":"total_video_sale_cnt"},{"value":5,"label":"total_video_sale_gmv_amt"},{"value":6,"label":"create_time"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."}],"row":[{"name":"create_time","kind":"digits"},{"name":"data_size","kind":"digits"},{"name":"duration","kind":"count"},{"name":"hash_tag","kind":"text"},{"name":"height","kind":"digits"},{"name":"play_addr","kind":"text"},{"name":"product_id","kind":"id"},{"name":"ratio","kind":"text"},{"name":"reflow_cover","kind":"text"},{"name":"region","kind":"code"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_favorites_cnt","kind":"count"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"video_desc","kind":"text"},{"name":"video_id","kind":"id"},{"name":"width","kind":"digits"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}]},
  {"id":"influencer-products","kind":"list","method":"influencerProducts","path":"/v1/tiktok/influencer/products/analytics","title":"Products of a creator","summary":"List the products a creator promotes, with their total sales and the sales through this creator.","rowId":"product_id","columns":["product_id","product_name","total_video_sale_cnt","total_live_sale_cnt","total_video_sale_gmv_amt","currency","total_sale_cnt","spu_avg_price"],"parameters":[{"name":"user_id","required":true,"kind":"id","use":"key","description":"ID of the creator."},{"name":"category_id","required":false,"kind":"id","use":"filter","description":"Only products of this first-level category."},{"name":"unique_id","required":false,"kind":"handle","use":"filter","description":"Only if the creator has this handle, with or without @. Case-insensitive."},{"name":"influencer_product_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price, 4 = total_video_sale_cnt, 5 = total_video_sale_gmv_amt.","choices":[{"value":1,"label":"total_sale_cnt"},{"value":2,"label":"total_sale_gmv_amt"},{"value":3,"label":"spu_avg_price"},{"value":4,"label":"total_video_sale_cnt"},{"value":5,"label":"total_video_sale_gmv_amt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."}],"row":[{"name":"category_id","kind":"id"},{"name":"cover_url","kind":"json"},{"name":"product_id","kind":"id"},{"name":"product_name","kind":"text"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_sale_cnt","kind":"count"},{"name":"total_live_sale_gmv_amt","kind":"amount"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}]},
  {"id":"shop-products","kind":"list","method":"shopProducts","path":"/v1/tiktok/shop/products/analytics","title":"Products of a shop","summary":"List the products of a shop, with the fields of the product list.","rowId":"product_id","columns":["product_id","product_name","total_sale_30d_cnt","total_sale_gmv_30d_amt","currency","spu_avg_price","total_sale_cnt","total_ifl_cnt"],"parameters":[{"name":"seller_id","required":true,"kind":"id","use":"key","description":"ID of the shop."},{"name":"seller_product_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price, 4 = total_sale_7d_cnt, 5 = total_sale_gmv_7d_amt.","choices":[{"value":1,"label":"total_sale_cnt"},{"value":2,"label":"total_sale_gmv_amt"},{"value":3,"label":"spu_avg_price"},{"value":4,"label":"total_sale_7d_cnt"},{"value":5,"label":"total_sale_gmv_7d_amt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_l2_id","kind":"id"},{"name":"category_l3_id","kind":"id"},{"name":"cover_url","kind":"json"},{"name":"desc_detail","kind":"json"},{"name":"discount","kind":"text"},{"name":"first_crawl_dt","kind":"day"},{"name":"free_shipping","kind":"flag"},{"name":"is_s_shop","kind":"flag"},{"name":"max_price","kind":"amount"},{"name":"min_price","kind":"amount"},{"name":"off_mark","kind":"count"},{"name":"product_commission_rate","kind":"rate"},{"name":"product_id","kind":"id"},{"name":"product_name","kind":"text"},{"name":"product_rating","kind":"rating"},{"name":"region","kind":"code"},{"name":"review_count","kind":"count"},{"name":"sale_props","kind":"json"},{"name":"sales_flag","kind":"flag"},{"name":"sales_trend_flag","kind":"flag"},{"name":"seller_id","kind":"id"},{"name":"skus","kind":"json"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_ifl_live_15d_cnt","kind":"count"},{"name":"total_ifl_live_1d_cnt","kind":"count"},{"name":"total_ifl_live_30d_cnt","kind":"count"},{"name":"total_ifl_live_60d_cnt","kind":"count"},{"name":"total_ifl_live_7d_cnt","kind":"count"},{"name":"total_ifl_live_90d_cnt","kind":"count"},{"name":"total_ifl_video_15d_cnt","kind":"count"},{"name":"total_ifl_video_1d_cnt","kind":"count"},{"name":"total_ifl_video_30d_cnt","kind":"count"},{"name":"total_ifl_video_60d_cnt","kind":"count"},{"name":"total_ifl_video_7d_cnt","kind":"count"},{"name":"total_ifl_video_90d_cnt","kind":"count"},{"name":"total_live_15d_cnt","kind":"count"},{"name":"total_live_1d_cnt","kind":"count"},{"name":"total_live_30d_cnt","kind":"count"},{"name":"total_live_60d_cnt","kind":"count"},{"name":"total_live_7d_cnt","kind":"count"},{"name":"total_live_90d_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_sale_15d_cnt","kind":"count"},{"name":"total_live_sale_1d_cnt","kind":"count"},{"name":"total_live_sale_30d_cnt","kind":"count"},{"name":"total_live_sale_60d_cnt","kind":"count"},{"name":"total_live_sale_7d_cnt","kind":"count"},{"name":"total_live_sale_90d_cnt","kind":"count"},{"name":"total_live_sale_cnt","kind":"count"},{"name":"total_live_sale_gmv_15d_amt","kind":"amount"},{"name":"total_live_sale_gmv_1d_amt","kind":"amount"},{"name":"total_live_sale_gmv_30d_amt","kind":"amount"},{"name":"total_live_sale_gmv_60d_amt","kind":"amount"},{"name":"total_live_sale_gmv_7d_amt","kind":"amount"},{"name":"total_live_sale_gmv_90d_amt","kind":"amount"},{"name":"total_live_sale_gmv_amt","kind":"amount"},{"name":"total_sale_15d_cnt","kind":"count"},{"name":"total_sale_1d_cnt","kind":"count"},{"name":"total_sale_30d_cnt","kind":"count"},{"name":"total_sale_60d_cnt","kind":"count"},{"name":"total_sale_7d_cnt","kind":"count"},{"name":"total_sale_90d_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_15d_amt","kind":"amount"},{"name":"total_sale_gmv_1d_amt","kind":"amount"},{"name":"total_sale_gmv_30d_amt","kind":"amount"},{"name":"total_sale_gmv_60d_amt","kind":"amount"},{"name":"total_sale_gmv_7d_amt","kind":"amount"},{"name":"total_sale_gmv_90d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_15d_cnt","kind":"count"},{"name":"total_video_1d_cnt","kind":"count"},{"name":"total_video_30d_cnt","kind":"count"},{"name":"total_video_60d_cnt","kind":"count"},{"name":"total_video_7d_cnt","kind":"count"},{"name":"total_video_90d_cnt","kind":"count"},{"name":"total_video_cnt","kind":"count"},{"name":"total_video_sale_15d_cnt","kind":"count"},{"name":"total_video_sale_1d_cnt","kind":"count"},{"name":"total_video_sale_30d_cnt","kind":"count"},{"name":"total_video_sale_60d_cnt","kind":"count"},{"name":"total_video_sale_7d_cnt","kind":"count"},{"name":"total_video_sale_90d_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_15d_amt","kind":"amount"},{"name":"total_video_sale_gmv_1d_amt","kind":"amount"},{"name":"total_video_sale_gmv_30d_amt","kind":"amount"},{"name":"total_video_sale_gmv_60d_amt","kind":"amount"},{"name":"total_video_sale_gmv_7d_amt","kind":"amount"},{"name":"total_video_sale_gmv_90d_amt","kind":"amount"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_15d_cnt","kind":"count"},{"name":"total_views_1d_cnt","kind":"count"},{"name":"total_views_30d_cnt","kind":"count"},{"name":"total_views_60d_cnt","kind":"count"},{"name":"total_views_7d_cnt","kind":"count"},{"name":"total_views_90d_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"from_flag","kind":"flag"},{"name":"currency","kind":"code"}]},
  {"id":"shop-videos","kind":"list","method":"shopVideos","path":"/v1/tiktok/shop/videos/analytics","title":"Videos of a shop","summary":"List the videos that promote products of a shop, with their reach and their sales for it.","rowId":"video_id","columns":["video_id","unique_id","video_desc","total_video_sale_cnt","total_video_sale_gmv_amt","currency","total_views_cnt"],"parameters":[{"name":"seller_id","required":true,"kind":"id","use":"key","description":"ID of the shop."},{"name":"seller_video_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_video_sale_cnt, 3 = total_video_sale_gmv_amt.","choices":[{"value":1,"label":"total_views_cnt"},{"value":2,"label":"total_video_sale_cnt"},{"value":3,"label":"total_video_sale_gmv_amt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."}],"row":[{"name":"avatar","kind":"text"},{"name":"create_time","kind":"digits"},{"name":"nick_name","kind":"text"},{"name":"reflow_cover","kind":"text"},{"name":"region","kind":"code"},{"name":"seller_id","kind":"id"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"video_desc","kind":"text"},{"name":"video_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}]},
  {"id":"video-download-url","kind":"lookup","method":"videoDownloadUrl","path":"/v1/tiktok/video/download-url","title":"Video download URL","summary":"Get the most recently observed playback URL of a video, and its age.","rowId":"video_id","columns":["video_id","user_id","observed_at","age_seconds","play_addr"],"parameters":[{"name":"video_id","required":true,"kind":"id","use":"argument","description":"ID of the video."}],"row":[{"name":"video_id","kind":"id"},{"name":"user_id","kind":"id"},{"name":"play_addr","kind":"text"},{"name":"observed_at","kind":"text"},{"name":"age_seconds","kind":"count"}]},
  {"id":"cover-download","kind":"lookup","method":"coverDownload","path":"/v1/tiktok/batch/cover/download","title":"Cover download","summary":"Convert image URLs that expire or block browsers into URLs on this server.","rowId":"original_url","columns":["original_url","converted_url"],"parameters":[{"name":"cover_urls","required":true,"kind":"addresses","use":"argument","description":"Comma-separated image URLs, exactly as they appear in rows."}],"row":[{"name":"original_url","kind":"text"},{"name":"converted_url","kind":"text"}]},
];

