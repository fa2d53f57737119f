// Made from the catalogue by scripts/generate-sdk.ts ("npm run generate"): edits are lost.

import type { Count, DetailMethod, ListMethod, LookupMethod, PagedMethod, TrendMethod, PageParameters } from '../endpoint-method.ts';

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
  /** Minimum average review rating, 0 to 5; 0 when unknown. */
  readonly min_product_rating?: number | undefined;
  /** Maximum average review rating, 0 to 5; 0 when unknown. */
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
  /** Only products sold from here. 0 = unknown, 1 = local, 2 = cross-border. */
  readonly from_flag?: 0 | 'unknown' | 1 | 'local' | 2 | 'cross-border' | undefined;
  /** Filter by whether the source marks the product as hot. 0 = no, 1 = yes. */
  readonly is_hot?: 0 | 'no' | 1 | 'yes' | undefined;
  /** Only products of this type of shop, a number of the source. */
  readonly shop_type?: number | undefined;
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
  /** 1: free shipping, 0: not, or unknown */
  readonly free_shipping: number;
  /** 1: the shop is fully managed by the platform, 0: not */
  readonly is_s_shop: number;
  /** Highest SKU price; 0 when unknown */
  readonly max_price: number;
  /** Lowest SKU price; 0 when unknown */
  readonly min_price: number;
  /** Below 2: on sale; 2 and above: taken down */
  readonly off_mark: number;
  /** Commission as a fraction: 0.05 is 5 %; 0 when unknown */
  readonly product_commission_rate: number;
  /** Product */
  readonly product_id: string;
  /** Title */
  readonly product_name: string;
  /** Average review rating, 0 to 5; 0 when unknown */
  readonly product_rating: number;
  /** Market, two letters */
  readonly region: string;
  /** Reviews; 0 when unknown */
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
  /** Average SKU price; 0 when unknown */
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
  /** 1: marked as hot by the source, 0: not. Not part of the original contract. */
  readonly is_hot: number;
  /** Type of the shop, a number of the source; 0 unknown. Not part of the original contract. */
  readonly shop_type: number;
  /** Specification as given by the source, as JSON. Not part of the original contract. */
  readonly specification: string;
  /** Name in English of the deepest category whose name is known, or in another language without one; empty when unknown. Not part of the original contract. */
  readonly category_name: string;
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
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
}

/** A row of {@link EndpointMethods.productCreators}. */
export interface ProductCreatorsRow {
  /** URL of the creator’s profile picture */
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
  /** What `per_product_ifl_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly per_product_ifl_sale_cnt_low?: number;
  /** What `per_product_ifl_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly per_product_ifl_sale_cnt_high?: number;
  /** How `per_product_ifl_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly per_product_ifl_sale_cnt_basis?: string;
  /** Part of `per_product_ifl_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly per_product_ifl_sale_cnt_known_rate?: number;
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
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
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
  /** What `total_video_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_low?: number;
  /** What `total_video_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_high?: number;
  /** How `total_video_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_video_sale_cnt_basis?: string;
  /** Part of `total_video_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_video_sale_cnt_known_rate?: number;
}

/** Parameters of {@link EndpointMethods.productLivestreams}. */
export interface ProductLivestreamsParameters extends PageParameters {
  /** ID of the product. */
  readonly product_id: string;
  /** Minimum start in epoch seconds; a live with an unknown start counts as 0. */
  readonly min_create_time?: Count | undefined;
  /** Maximum start in epoch seconds; a live with an unknown start counts as 0. */
  readonly max_create_time?: Count | undefined;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = max_views_cnt, 2 = total_product_cnt, 3 = total_sale_cnt, 4 = total_sale_gmv_amt, 5 = total_views_cnt. */
  readonly product_live_sort_field?: 1 | 'max_views_cnt' | 2 | 'total_product_cnt' | 3 | 'total_sale_cnt' | 4 | 'total_sale_gmv_amt' | 5 | 'total_views_cnt' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
}

/** A row of {@link EndpointMethods.productLivestreams}. */
export interface ProductLivestreamsRow {
  /** First-level category of most products of the live; "0" when unset */
  readonly category_id: string;
  /** URL of the cover image */
  readonly cover_url: string;
  /** Start in epoch seconds; 0 when unknown */
  readonly create_time: number;
  /** Most viewers at once */
  readonly max_views_cnt: number;
  /** Product */
  readonly product_id: string;
  /** Market of the live, two letters; empty when unknown */
  readonly region: string;
  /** Live */
  readonly room_id: string;
  /** Average SKU price of the product */
  readonly spu_avg_price: number;
  /** Products that the live promotes */
  readonly total_product_cnt: number;
  /** Units of the product sold through the live (estimated) */
  readonly total_sale_cnt: number;
  /** GMV of the product sold through the live (estimated) */
  readonly total_sale_gmv_amt: number;
  /** Viewers */
  readonly total_views_cnt: number;
  /** Creator of the live; "0" when unknown */
  readonly user_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** Title */
  readonly title: string;
  /** Title of the product */
  readonly product_name: string;
  /** Shop that sells the product; "0" when unknown */
  readonly seller_id: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
  /** What `total_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_sale_cnt_low?: number;
  /** What `total_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_sale_cnt_high?: number;
  /** How `total_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_sale_cnt_basis?: string;
  /** Part of `total_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_sale_cnt_known_rate?: number;
}

/** Parameters of {@link EndpointMethods.productReviews}. */
export interface ProductReviewsParameters extends PageParameters {
  /** ID of the product. */
  readonly product_id: string;
  /** Minimum stars, 0 to 5. */
  readonly min_rating?: Count | undefined;
  /** Maximum stars, 0 to 5. */
  readonly max_rating?: Count | undefined;
}

/** A row of {@link EndpointMethods.productReviews}. */
export interface ProductReviewsRow {
  /** What the review says; empty when unknown */
  readonly display_text: string;
  /** Product */
  readonly product_id: string;
  /** Stars, 0 to 5 */
  readonly rating: number;
  /** Review */
  readonly review_id: string;
  /** When it was written, in epoch milliseconds; 0 when unknown */
  readonly review_timestamp: number;
  /** Variant that was bought; "0" when unknown */
  readonly sku_id: string;
  /** That variant in words; empty when unknown */
  readonly sku_specification: string;
}

/** Parameters of {@link EndpointMethods.influencerList}. */
export interface InfluencerListParameters extends PageParameters {
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** Only creators who promote a product of this category, of any level. */
  readonly product_category_id?: string | undefined;
  /** Only creators of this content category. */
  readonly influencer_category_name?: string | undefined;
  /** Only the creator whose account is that of this shop. */
  readonly seller_id?: string | undefined;
  /** Minimum number of followers. */
  readonly min_total_followers_cnt?: Count | undefined;
  /** Maximum number of followers. */
  readonly max_total_followers_cnt?: Count | undefined;
  /** Minimum number of likes. */
  readonly min_total_digg_cnt?: Count | undefined;
  /** Maximum number of likes. */
  readonly max_total_digg_cnt?: Count | undefined;
  /** Minimum likes, comments and shares for each view. */
  readonly min_interaction_rate?: number | undefined;
  /** Maximum likes, comments and shares for each view. */
  readonly max_interaction_rate?: number | undefined;
  /** Minimum number of views. */
  readonly min_total_views_cnt?: Count | undefined;
  /** Maximum number of views. */
  readonly max_total_views_cnt?: Count | undefined;
  /** Minimum number of views gained in the last 7 days. */
  readonly min_total_views_7d_cnt?: Count | undefined;
  /** Maximum number of views gained in the last 7 days. */
  readonly max_total_views_7d_cnt?: Count | undefined;
  /** Minimum average views of a video with products. */
  readonly min_per_video_product_views_avg_cnt?: Count | undefined;
  /** Maximum average views of a video with products. */
  readonly max_per_video_product_views_avg_cnt?: Count | undefined;
  /** Minimum average views that a video with products gained in the last 7 days. */
  readonly min_per_video_product_views_avg_7d_cnt?: Count | undefined;
  /** Maximum average views that a video with products gained in the last 7 days. */
  readonly max_per_video_product_views_avg_7d_cnt?: Count | undefined;
  /** Only creators of this gender, as given by the source. */
  readonly gender?: string | undefined;
  /** Only creators with this language, such as en. */
  readonly influencer_language?: string | undefined;
  /** Filter by whether the creator has a showcase. 0 = no, 1 = yes. */
  readonly show_case_flag?: 0 | 'no' | 1 | 'yes' | undefined;
  /** Only creators who have sold through these. 0 = any, 1 = videos, 2 = lives, 3 = both, 4 = neither, but has a showcase. */
  readonly sales_flag?: 0 | 'any' | 1 | 'videos' | 2 | 'lives' | 3 | 'both' | 4 | 'neither, but has a showcase' | undefined;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_followers_cnt, 2 = total_followers_30d_cnt, 3 = total_post_video_cnt, 4 = per_views_avg_cnt, 5 = interaction_rate, 6 = total_product_cnt. */
  readonly influencer_sort_field_v2?: 1 | 'total_followers_cnt' | 2 | 'total_followers_30d_cnt' | 3 | 'total_post_video_cnt' | 4 | 'per_views_avg_cnt' | 5 | 'interaction_rate' | 6 | 'total_product_cnt' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
}

/** A row of {@link EndpointMethods.influencerList}. */
export interface InfluencerListRow {
  /** URL of the creator’s profile picture */
  readonly avatar: string;
  /** Mean price of the units sold through the creator in the last 30 days; 0 for none (estimated) */
  readonly avg_30d_price: number;
  /** Content category of the creator, as given by the source */
  readonly category: string;
  /** Contact address; empty when unknown */
  readonly contact_email: string;
  /** Score of a provider: always 0, no record has it */
  readonly ec_score: number;
  /** UTC day of the first observation of the creator, or of a video or live of the creator, yyyyMMdd */
  readonly first_crawl_dt: number;
  /** Gender as given by the source; empty when unknown */
  readonly gender: string;
  /** JSON object: how many of the creator’s known videos have which length */
  readonly influencer_video_duration_level: string;
  /** JSON object: how many of them were posted in which hour (UTC) */
  readonly influencer_video_publish_hour: string;
  /** JSON object: how many of them were posted on which weekday (UTC), 1 Monday to 7 Sunday */
  readonly influencer_video_publish_week: string;
  /** Likes, comments and shares for each view, as a fraction */
  readonly interaction_rate: number;
  /** Language, such as en; empty when unknown */
  readonly language: string;
  /** JSON array with the first-level category the creator sold most units of */
  readonly most_category_product: string;
  /** The creator’s video with the most views; "0" for none */
  readonly most_views_video: string;
  /** Display name of the creator */
  readonly nick_name: string;
  /** Always 0: no record has it */
  readonly off_mark: number;
  /** Views that a video with products gained in the last 7 days, on average */
  readonly per_video_product_views_avg_7d_cnt: number;
  /** Home market, two letters; that of most of the creator’s videos and lives where the creator’s own was not observed */
  readonly region: string;
  /** Has sold through: 1 videos, 2 lives, 3 both, 4 neither, but has a showcase, 0 none of these */
  readonly sales_flag: number;
  /** Shop whose creator account this is, of several the smallest ID; "0" for none */
  readonly seller_id: string;
  /** 1: has a showcase, 0: not, or unknown */
  readonly show_case_flag: number;
  /** What the profile says */
  readonly signature: string;
  /** Comments received by the creator */
  readonly total_comments_cnt: number;
  /** Likes gained in the last day */
  readonly total_digg_1d_cnt: number;
  /** Likes gained in the last 30 days */
  readonly total_digg_30d_cnt: number;
  /** Likes gained in the last 7 days */
  readonly total_digg_7d_cnt: number;
  /** Likes gained in the last 90 days */
  readonly total_digg_90d_cnt: number;
  /** Likes received by the creator */
  readonly total_digg_cnt: number;
  /** Followers won, negative when lost in the last day */
  readonly total_followers_1d_cnt: number;
  /** Followers won, negative when lost in the last 30 days */
  readonly total_followers_30d_cnt: number;
  /** Followers won, negative when lost in the last 7 days */
  readonly total_followers_7d_cnt: number;
  /** Followers won, negative when lost in the last 90 days */
  readonly total_followers_90d_cnt: number;
  /** Followers of the creator */
  readonly total_followers_cnt: number;
  /** Accounts followed by the creator */
  readonly total_following_cnt: number;
  /** Lives hosted by the creator */
  readonly total_live_cnt: number;
  /** GMV sold through the creator’s lives in the last 30 days (estimated) */
  readonly total_live_sale_gmv_30d_amt: number;
  /** Videos posted by the creator */
  readonly total_post_video_cnt: number;
  /** Products promoted for the first time in the last 30 days */
  readonly total_product_30d_cnt: number;
  /** Products that a video or live of the creator promotes */
  readonly total_product_cnt: number;
  /** Units sold through the creator (estimated) */
  readonly total_sale_cnt: number;
  /** GMV sold through the creator in the last 30 days (estimated) */
  readonly total_sale_gmv_30d_amt: number;
  /** GMV sold through the creator (estimated) */
  readonly total_sale_gmv_amt: number;
  /** Shares of the creator’s videos */
  readonly total_shares_cnt: number;
  /** Products promoted by a video for the first time in the last 30 days */
  readonly total_video_product_30d_cnt: number;
  /** Units sold through the creator’s videos in the last 30 days (estimated) */
  readonly total_video_sale_30d_cnt: number;
  /** GMV sold through the creator’s videos in the last 30 days (estimated) */
  readonly total_video_sale_gmv_30d_amt: number;
  /** Views of the creator’s videos */
  readonly total_views_cnt: number;
  /** Handle of the creator, as in the profile URL; empty when unknown */
  readonly unique_id: string;
  /** Creator */
  readonly user_id: string;
  /** Likes received by the creator: the same as `total_digg_cnt` */
  readonly total_likes_cnt: number;
  /** As `per_video_product_views_avg_7d_cnt`, of the last 30 days */
  readonly per_video_product_views_avg_30d_cnt: number;
  /** Views gained in the last 30 days for each video posted */
  readonly per_views_avg_30d_cnt: number;
  /** Categories of the products, first to third level with their rank, the one of most products first: `L1-L2-L3:rank,…` */
  readonly product_category_list: string;
  /** First-level category of the first of these; "0" for none */
  readonly most_category_id: string;
  /** Its second-level category; "0" when unset */
  readonly most_category_l2_id: string;
  /** Its third-level category; "0" when unset */
  readonly most_category_l3_id: string;
  /** Views for each video posted. Not part of the original contract. */
  readonly per_views_avg_cnt: number;
  /** Average views of a video with products. Not part of the original contract. */
  readonly per_video_product_views_avg_cnt: number;
  /** Views gained (not part of the original contract) in the last 7 days */
  readonly total_views_7d_cnt: number;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
  /** What `total_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_sale_cnt_low?: number;
  /** What `total_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_sale_cnt_high?: number;
  /** How `total_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_sale_cnt_basis?: string;
  /** Part of `total_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_sale_cnt_known_rate?: number;
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
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
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
  /** What `total_video_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_low?: number;
  /** What `total_video_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_high?: number;
  /** How `total_video_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_video_sale_cnt_basis?: string;
  /** Part of `total_video_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_video_sale_cnt_known_rate?: number;
  /** What `total_live_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_live_sale_cnt_low?: number;
  /** What `total_live_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_live_sale_cnt_high?: number;
  /** How `total_live_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_live_sale_cnt_basis?: string;
  /** Part of `total_live_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_live_sale_cnt_known_rate?: number;
}

/** Parameters of {@link EndpointMethods.influencerVideos}. */
export interface InfluencerVideosParameters extends PageParameters {
  /** ID of the creator. Give this or `unique_id`. */
  readonly user_id?: string | undefined;
  /** Handle of the creator, with or without @. Give this or `user_id`. */
  readonly unique_id?: string | undefined;
  /** Only videos that promote this product. */
  readonly product_id?: string | undefined;
  /** Filter by whether the video promotes a product. 0 = none, 1 = promotes a product. */
  readonly sales_flag?: 0 | 'none' | 1 | 'promotes a product' | undefined;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_video_sale_cnt, 3 = total_video_sale_gmv_amt, 4 = create_time. */
  readonly influencer_video_sort_field?: 1 | 'total_views_cnt' | 2 | 'total_video_sale_cnt' | 3 | 'total_video_sale_gmv_amt' | 4 | 'create_time' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
}

/** A row of {@link EndpointMethods.influencerVideos}. */
export interface InfluencerVideosRow {
  /** URL of the creator’s profile picture */
  readonly avatar: string;
  /** Posting time in epoch seconds; empty when unknown */
  readonly create_time: string;
  /** "true": made with AI, "false": not; empty when unknown */
  readonly created_by_ai: string;
  /** File size in bytes; empty when unknown */
  readonly data_size: string;
  /** Length in seconds */
  readonly duration: number;
  /** Height in pixels; empty when unknown */
  readonly height: string;
  /** 1: a paid advertisement, 0: not, or unknown */
  readonly is_ad: number;
  /** JSON array of the first-level categories of these products, the one with most products first */
  readonly product_category_list: string;
  /** Resolution as given by the source, such as 540p */
  readonly ratio: string;
  /** URL of the cover image */
  readonly reflow_cover: string;
  /** Market of the video, two letters; empty when unknown */
  readonly region: string;
  /** 1: promotes a product, 0: none */
  readonly sales_flag: number;
  /** Comments */
  readonly total_comments_cnt: number;
  /** Likes gained in the last day */
  readonly total_digg_1d_cnt: number;
  /** Likes gained in the last 30 days */
  readonly total_digg_30d_cnt: number;
  /** Likes gained in the last 7 days */
  readonly total_digg_7d_cnt: number;
  /** Likes */
  readonly total_digg_cnt: number;
  /** Times saved */
  readonly total_favorites_cnt: number;
  /** Shares */
  readonly total_shares_cnt: number;
  /** Units of all its products sold through the video (estimated) */
  readonly total_video_sale_cnt: number;
  /** GMV of all its products sold through the video (estimated) */
  readonly total_video_sale_gmv_amt: number;
  /** Views gained in the last day */
  readonly total_views_1d_cnt: number;
  /** Views gained in the last 30 days */
  readonly total_views_30d_cnt: number;
  /** Views gained in the last 7 days */
  readonly total_views_7d_cnt: number;
  /** Views */
  readonly total_views_cnt: number;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** Creator of the video; "0" when unknown */
  readonly user_id: string;
  /** Caption */
  readonly video_desc: string;
  /** Video */
  readonly video_id: string;
  /** JSON array of the IDs of the products it promotes, as numbers */
  readonly video_products: string;
  /** Width in pixels; empty when unknown */
  readonly width: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
  /** Display name of the creator */
  readonly nick_name: string;
  /** Category of the creator as given by the source */
  readonly category: string;
  /** UTC day of the first observation, yyyyMMdd; 0 when only links name it */
  readonly first_crawl_dt: number;
  /** What `total_video_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_low?: number;
  /** What `total_video_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_high?: number;
  /** How `total_video_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_video_sale_cnt_basis?: string;
  /** Part of `total_video_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_video_sale_cnt_known_rate?: number;
}

/** Parameters of {@link EndpointMethods.influencerLivestreams}. */
export interface InfluencerLivestreamsParameters extends PageParameters {
  /** ID of the creator. Give this or `unique_id`. */
  readonly user_id?: string | undefined;
  /** Handle of the creator, with or without @. Give this or `user_id`. */
  readonly unique_id?: string | undefined;
}

/** A row of {@link EndpointMethods.influencerLivestreams}. */
export interface InfluencerLivestreamsRow {
  /** URL of the cover image */
  readonly cover_url: string;
  /** Start in epoch seconds; 0 when unknown */
  readonly create_time: number;
  /** Length in seconds, from start to end; 0 when either is unknown */
  readonly duration: number;
  /** End in epoch seconds; 0 when unknown */
  readonly finish_time: number;
  /** Display name of the creator */
  readonly nick_name: string;
  /** Market of the live, two letters; empty when unknown */
  readonly region: string;
  /** Live */
  readonly room_id: string;
  /** Title */
  readonly title: string;
  /** Comments */
  readonly total_comments_cnt: number;
  /** Likes */
  readonly total_digg_cnt: number;
  /** Followers of the creator */
  readonly total_followers_cnt: number;
  /** Viewers who joined */
  readonly total_joins_cnt: number;
  /** Products that the live promotes */
  readonly total_product_cnt: number;
  /** Units sold through the live (estimated) */
  readonly total_sale_cnt: number;
  /** GMV sold through the live (estimated) */
  readonly total_sale_gmv_amt: number;
  /** Viewers */
  readonly total_views_cnt: number;
  /** Creator of the live; "0" when unknown */
  readonly user_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** Most viewers at once */
  readonly max_views_cnt: number;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.shopList}. */
export interface ShopListParameters extends PageParameters {
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** Only shops with this first-level category. */
  readonly category_id?: string | undefined;
  /** Only shops with this second-level category. */
  readonly category_l2_id?: string | undefined;
  /** Only shops with this third-level category. */
  readonly category_l3_id?: string | undefined;
  /** Only local or only cross-border shops. 0 = unknown, 1 = local, 2 = cross-border. */
  readonly from_flag?: 0 | 'unknown' | 1 | 'local' | 2 | 'cross-border' | undefined;
  /** Only shops with this main sales channel. 0 = neither, 1 = video, 2 = live. */
  readonly sales_flag?: 0 | 'neither' | 1 | 'video' | 2 | 'live' | undefined;
  /** Only shops with this sales trend: units of the last 7 days compared with the 7 days before. Up and down mean a change of more than 10 %. 0 = stable, 1 = up, 2 = down. */
  readonly sales_trend_flag?: 0 | 'stable' | 1 | 'up' | 2 | 'down' | undefined;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price. */
  readonly seller_sort_field?: 1 | 'total_sale_cnt' | 2 | 'total_sale_gmv_amt' | 3 | 'spu_avg_price' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
}

/** A row of {@link EndpointMethods.shopList}. */
export interface ShopListRow {
  /** First-level category of most of its products; "0" when unset */
  readonly category_id: string;
  /** Second-level category of most of these; "0" when unset */
  readonly category_l2_id: string;
  /** Third-level category of most of these; "0" when unset */
  readonly category_l3_id: string;
  /** URL of the picture of the shop */
  readonly cover_url: string;
  /** UTC day of the first observation of one of its products, yyyyMMdd */
  readonly first_crawl_dt: number;
  /** 1 sells locally, 2 cross-border, 0 unknown */
  readonly from_flag: number;
  /** JSON array with the first-level category of most of its products */
  readonly most_product_category_list: string;
  /** JSON array of the first-level categories of its products, the one with most products first */
  readonly product_category_list: string;
  /** Rating of the shop, 0 to 5 */
  readonly rating: number;
  /** Market, two letters; that of most of its products where the shop itself was not observed */
  readonly region: string;
  /** Main source of GMV: 1 videos, 2 lives, 0 neither */
  readonly sales_flag: number;
  /** Units of the last 7 days compared with the 7 days before: 0 stable, 1 up, 2 down */
  readonly sales_trend_flag: number;
  /** Shop */
  readonly seller_id: string;
  /** Address of the shop: always empty, no record has it */
  readonly seller_link: string;
  /** Name of the shop; empty when unknown */
  readonly seller_name: string;
  /** Mean of the average prices of its products */
  readonly spu_avg_price: number;
  /** Products that are on sale */
  readonly total_crawl_product_cnt: number;
  /** Creators who promote products of the shop */
  readonly total_ifl_cnt: number;
  /** Lives that promote products of the shop */
  readonly total_live_cnt: number;
  /** Products of the shop, those that were taken down included */
  readonly total_product_cnt: number;
  /** Units sold in the last day */
  readonly total_sale_1d_cnt: number;
  /** Units sold in the last 30 days */
  readonly total_sale_30d_cnt: number;
  /** Units sold in the last 7 days */
  readonly total_sale_7d_cnt: number;
  /** Units sold in the last 90 days */
  readonly total_sale_90d_cnt: number;
  /** Total units sold */
  readonly total_sale_cnt: number;
  /** GMV in the last day */
  readonly total_sale_gmv_1d_amt: number;
  /** GMV in the last 30 days */
  readonly total_sale_gmv_30d_amt: number;
  /** GMV in the last 7 days */
  readonly total_sale_gmv_7d_amt: number;
  /** GMV in the last 90 days */
  readonly total_sale_gmv_90d_amt: number;
  /** Total GMV */
  readonly total_sale_gmv_amt: number;
  /** Videos that promote products of the shop */
  readonly total_video_cnt: number;
  /** Creator account of the shop; "0" when unknown */
  readonly user_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** Creators with a video that promotes products of the shop */
  readonly total_video_ifl_cnt: number;
  /** Creators with a live that promotes products of the shop */
  readonly total_live_ifl_cnt: number;
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
  /** 1: free shipping, 0: not, or unknown */
  readonly free_shipping: number;
  /** 1: the shop is fully managed by the platform, 0: not */
  readonly is_s_shop: number;
  /** Highest SKU price; 0 when unknown */
  readonly max_price: number;
  /** Lowest SKU price; 0 when unknown */
  readonly min_price: number;
  /** Below 2: on sale; 2 and above: taken down */
  readonly off_mark: number;
  /** Commission as a fraction: 0.05 is 5 %; 0 when unknown */
  readonly product_commission_rate: number;
  /** Product */
  readonly product_id: string;
  /** Title */
  readonly product_name: string;
  /** Average review rating, 0 to 5; 0 when unknown */
  readonly product_rating: number;
  /** Market, two letters */
  readonly region: string;
  /** Reviews; 0 when unknown */
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
  /** Average SKU price; 0 when unknown */
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
  /** 1: marked as hot by the source, 0: not. Not part of the original contract. */
  readonly is_hot: number;
  /** Type of the shop, a number of the source; 0 unknown. Not part of the original contract. */
  readonly shop_type: number;
  /** Specification as given by the source, as JSON. Not part of the original contract. */
  readonly specification: string;
  /** Name in English of the deepest category whose name is known, or in another language without one; empty when unknown. Not part of the original contract. */
  readonly category_name: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.shopCreators}. */
export interface ShopCreatorsParameters extends PageParameters {
  /** ID of the shop. */
  readonly seller_id: string;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_followers_cnt, 2 = total_sale_cnt, 3 = total_sale_gmv_amt. */
  readonly seller_influencer_sort_field?: 1 | 'total_followers_cnt' | 2 | 'total_sale_cnt' | 3 | 'total_sale_gmv_amt' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
}

/** A row of {@link EndpointMethods.shopCreators}. */
export interface ShopCreatorsRow {
  /** URL of the creator’s profile picture */
  readonly avatar: string;
  /** Display name of the creator */
  readonly nick_name: string;
  /** Home market of the creator, two letters; empty when unknown */
  readonly region: string;
  /** Shop */
  readonly seller_id: string;
  /** Likes received by the creator */
  readonly total_digg_cnt: number;
  /** Followers of the creator */
  readonly total_followers_cnt: number;
  /** Accounts followed by the creator */
  readonly total_following_cnt: number;
  /** Units of the shop’s products sold through the creator (estimated) */
  readonly total_sale_cnt: number;
  /** GMV of the shop’s products sold through the creator (estimated) */
  readonly total_sale_gmv_amt: number;
  /** Handle of the creator, as in the profile URL; empty when unknown */
  readonly unique_id: string;
  /** Creator */
  readonly user_id: string;
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
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
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
  /** What `total_video_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_low?: number;
  /** What `total_video_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_high?: number;
  /** How `total_video_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_video_sale_cnt_basis?: string;
  /** Part of `total_video_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_video_sale_cnt_known_rate?: number;
}

/** Parameters of {@link EndpointMethods.shopLivestreams}. */
export interface ShopLivestreamsParameters extends PageParameters {
  /** ID of the shop. */
  readonly seller_id: string;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_sale_cnt, 3 = total_sale_gmv_amt. */
  readonly seller_live_sort_field?: 1 | 'total_views_cnt' | 2 | 'total_sale_cnt' | 3 | 'total_sale_gmv_amt' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
}

/** A row of {@link EndpointMethods.shopLivestreams}. */
export interface ShopLivestreamsRow {
  /** URL of the creator’s profile picture */
  readonly avatar: string;
  /** URL of the cover image */
  readonly cover_url: string;
  /** Start in epoch seconds; 0 when unknown */
  readonly create_time: number;
  /** Length in seconds, from start to end; 0 when either is unknown */
  readonly duration: number;
  /** End in epoch seconds; 0 when unknown */
  readonly finish_time: number;
  /** Most viewers at once */
  readonly max_views_cnt: number;
  /** Display name of the creator */
  readonly nick_name: string;
  /** Market of the live, two letters; empty when unknown */
  readonly region: string;
  /** Live */
  readonly room_id: string;
  /** Shop */
  readonly seller_id: string;
  /** Title */
  readonly title: string;
  /** Viewers who joined */
  readonly total_joins_cnt: number;
  /** Units of the shop’s products sold through the live (estimated) */
  readonly total_sale_cnt: number;
  /** GMV of the shop’s products sold through the live (estimated) */
  readonly total_sale_gmv_amt: number;
  /** Viewers */
  readonly total_views_cnt: number;
  /** Creator of the live; "0" when unknown */
  readonly user_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.videoProducts}. */
export interface VideoProductsParameters extends PageParameters {
  /** 1 to 10 IDs, separated by commas. The rows of each come in this order; unknown IDs have none. */
  readonly video_ids: string | readonly string[];
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
}

/** A row of {@link EndpointMethods.videoProducts}. */
export interface VideoProductsRow {
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
  /** What `total_video_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_low?: number;
  /** What `total_video_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_high?: number;
  /** How `total_video_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_video_sale_cnt_basis?: string;
  /** Part of `total_video_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_video_sale_cnt_known_rate?: number;
}

/** Parameters of {@link EndpointMethods.videoList}. */
export interface VideoListParameters extends PageParameters {
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** Only videos of this creator. */
  readonly user_id?: string | undefined;
  /** Filter by whether the video promotes a product. 0 = none, 1 = promotes a product. */
  readonly sales_flag?: 0 | 'none' | 1 | 'promotes a product' | undefined;
  /** Filter by whether the video was made with AI. */
  readonly created_by_ai?: string | undefined;
  /** Filter by whether the video is a paid advertisement. 0 = no, 1 = yes. */
  readonly is_ad?: 0 | 'no' | 1 | 'yes' | undefined;
  /** Only videos that promote this product. */
  readonly product_id?: string | undefined;
  /** Only videos that promote a product of this category, of any level. */
  readonly product_category_id?: string | undefined;
  /** Minimum posting time in epoch seconds; a video with an unknown time counts as 0. */
  readonly min_create_time?: Count | undefined;
  /** Maximum posting time in epoch seconds; a video with an unknown time counts as 0. */
  readonly max_create_time?: Count | undefined;
  /** Minimum length in seconds. */
  readonly min_duration?: Count | undefined;
  /** Maximum length in seconds. */
  readonly max_duration?: Count | undefined;
  /** Minimum number of views. */
  readonly min_total_views_cnt?: Count | undefined;
  /** Maximum number of views. */
  readonly max_total_views_cnt?: Count | undefined;
  /** Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_digg_cnt, 2 = create_time, 3 = total_views_cnt. */
  readonly video_sort_field?: 1 | 'total_digg_cnt' | 2 | 'create_time' | 3 | 'total_views_cnt' | undefined;
  /** Sort direction. 0 = ascending, 1 = descending. */
  readonly sort_type?: 0 | 'ascending' | 1 | 'descending' | undefined;
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
}

/** A row of {@link EndpointMethods.videoList}. */
export interface VideoListRow {
  /** URL of the creator’s profile picture */
  readonly avatar: string;
  /** Posting time in epoch seconds; empty when unknown */
  readonly create_time: string;
  /** "true": made with AI, "false": not; empty when unknown */
  readonly created_by_ai: string;
  /** File size in bytes; empty when unknown */
  readonly data_size: string;
  /** Length in seconds */
  readonly duration: number;
  /** Height in pixels; empty when unknown */
  readonly height: string;
  /** 1: a paid advertisement, 0: not, or unknown */
  readonly is_ad: number;
  /** JSON array of the first-level categories of these products, the one with most products first */
  readonly product_category_list: string;
  /** Resolution as given by the source, such as 540p */
  readonly ratio: string;
  /** URL of the cover image */
  readonly reflow_cover: string;
  /** Market of the video, two letters; empty when unknown */
  readonly region: string;
  /** 1: promotes a product, 0: none */
  readonly sales_flag: number;
  /** Comments */
  readonly total_comments_cnt: number;
  /** Likes gained in the last day */
  readonly total_digg_1d_cnt: number;
  /** Likes gained in the last 30 days */
  readonly total_digg_30d_cnt: number;
  /** Likes gained in the last 7 days */
  readonly total_digg_7d_cnt: number;
  /** Likes */
  readonly total_digg_cnt: number;
  /** Times saved */
  readonly total_favorites_cnt: number;
  /** Shares */
  readonly total_shares_cnt: number;
  /** Units of all its products sold through the video (estimated) */
  readonly total_video_sale_cnt: number;
  /** GMV of all its products sold through the video (estimated) */
  readonly total_video_sale_gmv_amt: number;
  /** Views gained in the last day */
  readonly total_views_1d_cnt: number;
  /** Views gained in the last 30 days */
  readonly total_views_30d_cnt: number;
  /** Views gained in the last 7 days */
  readonly total_views_7d_cnt: number;
  /** Views */
  readonly total_views_cnt: number;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** Creator of the video; "0" when unknown */
  readonly user_id: string;
  /** Caption */
  readonly video_desc: string;
  /** Video */
  readonly video_id: string;
  /** JSON array of the IDs of the products it promotes, as numbers */
  readonly video_products: string;
  /** Width in pixels; empty when unknown */
  readonly width: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
  /** Display name of the creator */
  readonly nick_name: string;
  /** Category of the creator as given by the source */
  readonly category: string;
  /** UTC day of the first observation, yyyyMMdd; 0 when only links name it */
  readonly first_crawl_dt: number;
  /** What `total_video_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_low?: number;
  /** What `total_video_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_high?: number;
  /** How `total_video_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_video_sale_cnt_basis?: string;
  /** Part of `total_video_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_video_sale_cnt_known_rate?: number;
}

/** Parameters of {@link EndpointMethods.productDetail}. */
export interface ProductDetailParameters {
  /** 1 to 10 IDs, separated by commas. Rows are in this order; unknown IDs have none. */
  readonly product_ids: string | readonly string[];
}

/** A row of {@link EndpointMethods.productDetail}. */
export interface ProductDetailRow {
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
  /** 1: free shipping, 0: not, or unknown */
  readonly free_shipping: number;
  /** 1: the shop is fully managed by the platform, 0: not */
  readonly is_s_shop: number;
  /** Highest SKU price; 0 when unknown */
  readonly max_price: number;
  /** Lowest SKU price; 0 when unknown */
  readonly min_price: number;
  /** Below 2: on sale; 2 and above: taken down */
  readonly off_mark: number;
  /** Commission as a fraction: 0.05 is 5 %; 0 when unknown */
  readonly product_commission_rate: number;
  /** Product */
  readonly product_id: string;
  /** Title */
  readonly product_name: string;
  /** Average review rating, 0 to 5; 0 when unknown */
  readonly product_rating: number;
  /** Market, two letters */
  readonly region: string;
  /** Reviews; 0 when unknown */
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
  /** Average SKU price; 0 when unknown */
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
  /** 1: marked as hot by the source, 0: not. Not part of the original contract. */
  readonly is_hot: number;
  /** Type of the shop, a number of the source; 0 unknown. Not part of the original contract. */
  readonly shop_type: number;
  /** Specification as given by the source, as JSON. Not part of the original contract. */
  readonly specification: string;
  /** Name in English of the deepest category whose name is known, or in another language without one; empty when unknown. Not part of the original contract. */
  readonly category_name: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.influencerDetail}. */
export interface InfluencerDetailParameters {
  /** 1 to 10 IDs, separated by commas. Rows are in this order; unknown IDs have none. Give this or `unique_ids`. */
  readonly user_ids?: string | readonly string[] | undefined;
  /** 1 to 10 handles, with or without @, separated by commas. Rows are in this order, after those of IDs; unknown handles have none. Give this or `user_ids`. */
  readonly unique_ids?: string | readonly string[] | undefined;
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
}

/** A row of {@link EndpointMethods.influencerDetail}. */
export interface InfluencerDetailRow {
  /** URL of the creator’s profile picture */
  readonly avatar: string;
  /** Mean price of the units sold through the creator in the last 30 days; 0 for none (estimated) */
  readonly avg_30d_price: number;
  /** Content category of the creator, as given by the source */
  readonly category: string;
  /** Contact address; empty when unknown */
  readonly contact_email: string;
  /** Score of a provider: always 0, no record has it */
  readonly ec_score: number;
  /** UTC day of the first observation of the creator, or of a video or live of the creator, yyyyMMdd */
  readonly first_crawl_dt: number;
  /** Gender as given by the source; empty when unknown */
  readonly gender: string;
  /** JSON object: how many of the creator’s known videos have which length */
  readonly influencer_video_duration_level: string;
  /** JSON object: how many of them were posted in which hour (UTC) */
  readonly influencer_video_publish_hour: string;
  /** JSON object: how many of them were posted on which weekday (UTC), 1 Monday to 7 Sunday */
  readonly influencer_video_publish_week: string;
  /** Likes, comments and shares for each view, as a fraction */
  readonly interaction_rate: number;
  /** Language, such as en; empty when unknown */
  readonly language: string;
  /** JSON array with the first-level category the creator sold most units of */
  readonly most_category_product: string;
  /** The creator’s video with the most views; "0" for none */
  readonly most_views_video: string;
  /** Display name of the creator */
  readonly nick_name: string;
  /** Always 0: no record has it */
  readonly off_mark: number;
  /** Views that a video with products gained in the last 7 days, on average */
  readonly per_video_product_views_avg_7d_cnt: number;
  /** Home market, two letters; that of most of the creator’s videos and lives where the creator’s own was not observed */
  readonly region: string;
  /** Has sold through: 1 videos, 2 lives, 3 both, 4 neither, but has a showcase, 0 none of these */
  readonly sales_flag: number;
  /** Shop whose creator account this is, of several the smallest ID; "0" for none */
  readonly seller_id: string;
  /** 1: has a showcase, 0: not, or unknown */
  readonly show_case_flag: number;
  /** What the profile says */
  readonly signature: string;
  /** Comments received by the creator */
  readonly total_comments_cnt: number;
  /** Likes gained in the last day */
  readonly total_digg_1d_cnt: number;
  /** Likes gained in the last 30 days */
  readonly total_digg_30d_cnt: number;
  /** Likes gained in the last 7 days */
  readonly total_digg_7d_cnt: number;
  /** Likes gained in the last 90 days */
  readonly total_digg_90d_cnt: number;
  /** Likes received by the creator */
  readonly total_digg_cnt: number;
  /** Followers won, negative when lost in the last day */
  readonly total_followers_1d_cnt: number;
  /** Followers won, negative when lost in the last 30 days */
  readonly total_followers_30d_cnt: number;
  /** Followers won, negative when lost in the last 7 days */
  readonly total_followers_7d_cnt: number;
  /** Followers won, negative when lost in the last 90 days */
  readonly total_followers_90d_cnt: number;
  /** Followers of the creator */
  readonly total_followers_cnt: number;
  /** Accounts followed by the creator */
  readonly total_following_cnt: number;
  /** Lives hosted by the creator */
  readonly total_live_cnt: number;
  /** GMV sold through the creator’s lives in the last 30 days (estimated) */
  readonly total_live_sale_gmv_30d_amt: number;
  /** Videos posted by the creator */
  readonly total_post_video_cnt: number;
  /** Products promoted for the first time in the last 30 days */
  readonly total_product_30d_cnt: number;
  /** Products that a video or live of the creator promotes */
  readonly total_product_cnt: number;
  /** Units sold through the creator (estimated) */
  readonly total_sale_cnt: number;
  /** GMV sold through the creator in the last 30 days (estimated) */
  readonly total_sale_gmv_30d_amt: number;
  /** GMV sold through the creator (estimated) */
  readonly total_sale_gmv_amt: number;
  /** Shares of the creator’s videos */
  readonly total_shares_cnt: number;
  /** Products promoted by a video for the first time in the last 30 days */
  readonly total_video_product_30d_cnt: number;
  /** Units sold through the creator’s videos in the last 30 days (estimated) */
  readonly total_video_sale_30d_cnt: number;
  /** GMV sold through the creator’s videos in the last 30 days (estimated) */
  readonly total_video_sale_gmv_30d_amt: number;
  /** Views of the creator’s videos */
  readonly total_views_cnt: number;
  /** Handle of the creator, as in the profile URL; empty when unknown */
  readonly unique_id: string;
  /** Creator */
  readonly user_id: string;
  /** Likes received by the creator: the same as `total_digg_cnt` */
  readonly total_likes_cnt: number;
  /** As `per_video_product_views_avg_7d_cnt`, of the last 30 days */
  readonly per_video_product_views_avg_30d_cnt: number;
  /** Views gained in the last 30 days for each video posted */
  readonly per_views_avg_30d_cnt: number;
  /** Categories of the products, first to third level with their rank, the one of most products first: `L1-L2-L3:rank,…` */
  readonly product_category_list: string;
  /** First-level category of the first of these; "0" for none */
  readonly most_category_id: string;
  /** Its second-level category; "0" when unset */
  readonly most_category_l2_id: string;
  /** Its third-level category; "0" when unset */
  readonly most_category_l3_id: string;
  /** Views for each video posted. Not part of the original contract. */
  readonly per_views_avg_cnt: number;
  /** Average views of a video with products. Not part of the original contract. */
  readonly per_video_product_views_avg_cnt: number;
  /** Views gained (not part of the original contract) in the last 7 days */
  readonly total_views_7d_cnt: number;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
  /** What `total_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_sale_cnt_low?: number;
  /** What `total_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_sale_cnt_high?: number;
  /** How `total_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_sale_cnt_basis?: string;
  /** Part of `total_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_sale_cnt_known_rate?: number;
}

/** Parameters of {@link EndpointMethods.shopDetail}. */
export interface ShopDetailParameters {
  /** ID of the row; an unknown ID has none. */
  readonly seller_id: string;
}

/** A row of {@link EndpointMethods.shopDetail}. */
export interface ShopDetailRow {
  /** First-level category of most of its products; "0" when unset */
  readonly category_id: string;
  /** Second-level category of most of these; "0" when unset */
  readonly category_l2_id: string;
  /** Third-level category of most of these; "0" when unset */
  readonly category_l3_id: string;
  /** URL of the picture of the shop */
  readonly cover_url: string;
  /** UTC day of the first observation of one of its products, yyyyMMdd */
  readonly first_crawl_dt: number;
  /** 1 sells locally, 2 cross-border, 0 unknown */
  readonly from_flag: number;
  /** JSON array with the first-level category of most of its products */
  readonly most_product_category_list: string;
  /** JSON array of the first-level categories of its products, the one with most products first */
  readonly product_category_list: string;
  /** Rating of the shop, 0 to 5 */
  readonly rating: number;
  /** Market, two letters; that of most of its products where the shop itself was not observed */
  readonly region: string;
  /** Main source of GMV: 1 videos, 2 lives, 0 neither */
  readonly sales_flag: number;
  /** Units of the last 7 days compared with the 7 days before: 0 stable, 1 up, 2 down */
  readonly sales_trend_flag: number;
  /** Shop */
  readonly seller_id: string;
  /** Address of the shop: always empty, no record has it */
  readonly seller_link: string;
  /** Name of the shop; empty when unknown */
  readonly seller_name: string;
  /** Mean of the average prices of its products */
  readonly spu_avg_price: number;
  /** Products that are on sale */
  readonly total_crawl_product_cnt: number;
  /** Creators who promote products of the shop */
  readonly total_ifl_cnt: number;
  /** Lives that promote products of the shop */
  readonly total_live_cnt: number;
  /** Products of the shop, those that were taken down included */
  readonly total_product_cnt: number;
  /** Units sold in the last day */
  readonly total_sale_1d_cnt: number;
  /** Units sold in the last 30 days */
  readonly total_sale_30d_cnt: number;
  /** Units sold in the last 7 days */
  readonly total_sale_7d_cnt: number;
  /** Units sold in the last 90 days */
  readonly total_sale_90d_cnt: number;
  /** Total units sold */
  readonly total_sale_cnt: number;
  /** GMV in the last day */
  readonly total_sale_gmv_1d_amt: number;
  /** GMV in the last 30 days */
  readonly total_sale_gmv_30d_amt: number;
  /** GMV in the last 7 days */
  readonly total_sale_gmv_7d_amt: number;
  /** GMV in the last 90 days */
  readonly total_sale_gmv_90d_amt: number;
  /** Total GMV */
  readonly total_sale_gmv_amt: number;
  /** Videos that promote products of the shop */
  readonly total_video_cnt: number;
  /** Creator account of the shop; "0" when unknown */
  readonly user_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** Creators with a video that promotes products of the shop */
  readonly total_video_ifl_cnt: number;
  /** Creators with a live that promotes products of the shop */
  readonly total_live_ifl_cnt: number;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.videoDetail}. */
export interface VideoDetailParameters {
  /** 1 to 10 IDs, separated by commas. Rows are in this order; unknown IDs have none. */
  readonly video_ids: string | readonly string[];
  /** Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes. */
  readonly sure?: 0 | 'no' | 1 | 'yes' | undefined;
}

/** A row of {@link EndpointMethods.videoDetail}. */
export interface VideoDetailRow {
  /** URL of the creator’s profile picture */
  readonly avatar: string;
  /** Posting time in epoch seconds; empty when unknown */
  readonly create_time: string;
  /** "true": made with AI, "false": not; empty when unknown */
  readonly created_by_ai: string;
  /** File size in bytes; empty when unknown */
  readonly data_size: string;
  /** Length in seconds */
  readonly duration: number;
  /** Height in pixels; empty when unknown */
  readonly height: string;
  /** 1: a paid advertisement, 0: not, or unknown */
  readonly is_ad: number;
  /** JSON array of the first-level categories of these products, the one with most products first */
  readonly product_category_list: string;
  /** Resolution as given by the source, such as 540p */
  readonly ratio: string;
  /** URL of the cover image */
  readonly reflow_cover: string;
  /** Market of the video, two letters; empty when unknown */
  readonly region: string;
  /** 1: promotes a product, 0: none */
  readonly sales_flag: number;
  /** Comments */
  readonly total_comments_cnt: number;
  /** Likes gained in the last day */
  readonly total_digg_1d_cnt: number;
  /** Likes gained in the last 30 days */
  readonly total_digg_30d_cnt: number;
  /** Likes gained in the last 7 days */
  readonly total_digg_7d_cnt: number;
  /** Likes */
  readonly total_digg_cnt: number;
  /** Times saved */
  readonly total_favorites_cnt: number;
  /** Shares */
  readonly total_shares_cnt: number;
  /** Units of all its products sold through the video (estimated) */
  readonly total_video_sale_cnt: number;
  /** GMV of all its products sold through the video (estimated) */
  readonly total_video_sale_gmv_amt: number;
  /** Views gained in the last day */
  readonly total_views_1d_cnt: number;
  /** Views gained in the last 30 days */
  readonly total_views_30d_cnt: number;
  /** Views gained in the last 7 days */
  readonly total_views_7d_cnt: number;
  /** Views */
  readonly total_views_cnt: number;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** Creator of the video; "0" when unknown */
  readonly user_id: string;
  /** Caption */
  readonly video_desc: string;
  /** Video */
  readonly video_id: string;
  /** JSON array of the IDs of the products it promotes, as numbers */
  readonly video_products: string;
  /** Width in pixels; empty when unknown */
  readonly width: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
  /** Display name of the creator */
  readonly nick_name: string;
  /** Category of the creator as given by the source */
  readonly category: string;
  /** UTC day of the first observation, yyyyMMdd; 0 when only links name it */
  readonly first_crawl_dt: number;
  /** What `total_video_sale_cnt` is at least, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_low?: number;
  /** What `total_video_sale_cnt` is at most, by an interval of 80 %; the number itself where nothing is estimated. On request. */
  readonly total_video_sale_cnt_high?: number;
  /** How `total_video_sale_cnt` is known: observed, stated (by records of sales), estimated, or thin (fewer than ten units are estimated, and these are most of it). On request. */
  readonly total_video_sale_cnt_basis?: string;
  /** Part of `total_video_sale_cnt` that is observed or stated, 0 to 1; 1 where nothing is estimated. On request. */
  readonly total_video_sale_cnt_known_rate?: number;
}

/** Parameters of {@link EndpointMethods.productTrends}. */
export interface ProductTrendsParameters extends PageParameters {
  /** ID, as in the product list. */
  readonly product_id: string;
  /** First day (UTC). */
  readonly start_date: string;
  /** Last day (UTC); at most 180 days in all. */
  readonly end_date: string;
}

/** Parameters of {@link EndpointMethods.productTrends}'s `export`. */
export interface ProductTrendsExportParameters {
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** First day (UTC). */
  readonly start_date: string;
  /** Last day (UTC); at most 180 days in all. */
  readonly end_date: string;
}

/** A row of {@link EndpointMethods.productTrends}. */
export interface ProductTrendsRow {
  /** UTC day, yyyy-MM-dd */
  readonly dt: string;
  /** Product */
  readonly product_id: string;
  /** Average SKU price; 0 when unknown */
  readonly spu_avg_price: number;
  /** Creators with a video or live that promotes the product */
  readonly total_ifl_cnt: number;
  /** Lives that promote the product */
  readonly total_live_cnt: number;
  /** Units sold in the last day */
  readonly total_sale_1d_cnt: number;
  /** Total units sold */
  readonly total_sale_cnt: number;
  /** GMV in the last day */
  readonly total_sale_gmv_1d_amt: number;
  /** Total GMV */
  readonly total_sale_gmv_amt: number;
  /** Videos that promote the product */
  readonly total_video_cnt: number;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.influencerTrends}. */
export interface InfluencerTrendsParameters extends PageParameters {
  /** ID, as in the creator list. */
  readonly user_id: string;
  /** First day (UTC). */
  readonly start_date: string;
  /** Last day (UTC); at most 180 days in all. */
  readonly end_date: string;
}

/** Parameters of {@link EndpointMethods.influencerTrends}'s `export`. */
export interface InfluencerTrendsExportParameters {
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** First day (UTC). */
  readonly start_date: string;
  /** Last day (UTC); at most 180 days in all. */
  readonly end_date: string;
}

/** A row of {@link EndpointMethods.influencerTrends}. */
export interface InfluencerTrendsRow {
  /** UTC day, yyyy-MM-dd */
  readonly dt: string;
  /** Comments received by the creator */
  readonly total_comments_cnt: number;
  /** Likes gained in the last day */
  readonly total_digg_1d_cnt: number;
  /** Likes received by the creator */
  readonly total_digg_cnt: number;
  /** Followers won, negative when lost in the last day */
  readonly total_followers_1d_cnt: number;
  /** Followers of the creator */
  readonly total_followers_cnt: number;
  /** Lives hosted by the creator */
  readonly total_live_cnt: number;
  /** Videos posted by the creator */
  readonly total_post_video_cnt: number;
  /** Units sold through the creator on the day (estimated) */
  readonly total_sale_1d_cnt: number;
  /** GMV sold through the creator on the day (estimated) */
  readonly total_sale_gmv_1d_amt: number;
  /** Shares of the creator’s videos */
  readonly total_shares_cnt: number;
  /** Views of the creator’s videos */
  readonly total_views_cnt: number;
  /** Creator */
  readonly user_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown */
  readonly unique_id: string;
  /** Products that a video or live of the creator promotes */
  readonly total_product_cnt: number;
  /** Units sold through the creator (estimated) */
  readonly total_sale_cnt: number;
  /** GMV sold through the creator (estimated) */
  readonly total_sale_gmv_amt: number;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.videoTrends}. */
export interface VideoTrendsParameters extends PageParameters {
  /** ID, as in the video list. */
  readonly video_id: string;
  /** First day (UTC). */
  readonly start_date: string;
  /** Last day (UTC); at most 180 days in all. */
  readonly end_date: string;
}

/** Parameters of {@link EndpointMethods.videoTrends}'s `export`. */
export interface VideoTrendsExportParameters {
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** First day (UTC). */
  readonly start_date: string;
  /** Last day (UTC); at most 180 days in all. */
  readonly end_date: string;
}

/** A row of {@link EndpointMethods.videoTrends}. */
export interface VideoTrendsRow {
  /** UTC day, yyyy-MM-dd */
  readonly dt: string;
  /** Comments */
  readonly total_comments_cnt: number;
  /** Likes */
  readonly total_digg_cnt: number;
  /** Times saved */
  readonly total_favorites_cnt: number;
  /** Shares */
  readonly total_shares_cnt: number;
  /** Units of all its products sold through the video (estimated) */
  readonly total_video_sale_cnt: number;
  /** GMV of all its products sold through the video (estimated) */
  readonly total_video_sale_gmv_amt: number;
  /** Views */
  readonly total_views_cnt: number;
  /** Video */
  readonly video_id: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.shopTrends}. */
export interface ShopTrendsParameters extends PageParameters {
  /** ID, as in the shop list. */
  readonly seller_id: string;
  /** First day (UTC). */
  readonly start_date: string;
  /** Last day (UTC); at most 180 days in all. */
  readonly end_date: string;
}

/** Parameters of {@link EndpointMethods.shopTrends}'s `export`. */
export interface ShopTrendsExportParameters {
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** First day (UTC). */
  readonly start_date: string;
  /** Last day (UTC); at most 180 days in all. */
  readonly end_date: string;
}

/** A row of {@link EndpointMethods.shopTrends}. */
export interface ShopTrendsRow {
  /** UTC day, yyyy-MM-dd */
  readonly dt: string;
  /** Shop */
  readonly seller_id: string;
  /** Products that are on sale */
  readonly total_crawl_product_cnt: number;
  /** Lives that promote products of the shop */
  readonly total_live_cnt: number;
  /** Creators with a live that promotes products of the shop */
  readonly total_live_ifl_cnt: number;
  /** Products of the shop, those that were taken down included */
  readonly total_product_cnt: number;
  /** Units sold in the last day */
  readonly total_sale_1d_cnt: number;
  /** Total units sold */
  readonly total_sale_cnt: number;
  /** GMV in the last day */
  readonly total_sale_gmv_1d_amt: number;
  /** Total GMV */
  readonly total_sale_gmv_amt: number;
  /** Videos that promote products of the shop */
  readonly total_video_cnt: number;
  /** Creators with a video that promotes products of the shop */
  readonly total_video_ifl_cnt: number;
  /** Creator account of the shop; "0" when unknown */
  readonly user_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** Creators who promote products of the shop */
  readonly total_ifl_cnt: number;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.productRanking}. */
export interface ProductRankingParameters extends PageParameters {
  /** First day (UTC): the day itself, the Monday of a week, or the 1st of a month. Of a period that is not over, rows have the growth so far. */
  readonly date: string;
  /** Length of the period. 1 = day, 2 = week, 3 = month. */
  readonly rank_type: 1 | 'day' | 2 | 'week' | 3 | 'month';
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** Only products of this first-level category. */
  readonly category_id?: string | undefined;
  /** Only products of this second-level category. */
  readonly category_l2_id?: string | undefined;
  /** Only products of this third-level category. */
  readonly category_l3_id?: string | undefined;
  /** Only products sold from here. 0 = unknown, 1 = local, 2 = cross-border. */
  readonly from_flag?: 0 | 'unknown' | 1 | 'local' | 2 | 'cross-border' | undefined;
  /** Field to rank by, the largest first. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_ifl_cnt. */
  readonly product_rank_field: 1 | 'total_sale_cnt' | 2 | 'total_ifl_cnt';
}

/** A row of {@link EndpointMethods.productRanking}. */
export interface ProductRankingRow {
  /** First-level category; "0" when unset */
  readonly category_id: string;
  /** Second-level category; "0" when unset */
  readonly category_l2_id: string;
  /** Third-level category; "0" when unset */
  readonly category_l3_id: string;
  /** Highest SKU price; 0 when unknown */
  readonly max_price: number;
  /** Lowest SKU price; 0 when unknown */
  readonly min_price: number;
  /** Commission as a fraction: 0.05 is 5 %; 0 when unknown */
  readonly product_commission_rate: number;
  /** Product */
  readonly product_id: string;
  /** Title */
  readonly product_name: string;
  /** Market, two letters */
  readonly region: string;
  /** Average SKU price; 0 when unknown */
  readonly spu_avg_price: number;
  /** Creators whose first video or live of the product is of the period */
  readonly total_ifl_cnt: number;
  /** Lives of the period that promote the product */
  readonly total_live_cnt: number;
  /** Units sold in the period */
  readonly total_sale_cnt: number;
  /** GMV of the period */
  readonly total_sale_gmv_amt: number;
  /** Videos of the period that promote the product */
  readonly total_video_cnt: number;
  /** 1 sold locally, 2 cross-border, 0 unknown. Not part of the original contract. */
  readonly from_flag: number;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.influencerRanking}. */
export interface InfluencerRankingParameters extends PageParameters {
  /** First day (UTC): the day itself, the Monday of a week, or the 1st of a month. Of a period that is not over, rows have the growth so far. */
  readonly date: string;
  /** Length of the period. 1 = day, 2 = week, 3 = month. */
  readonly rank_type: 1 | 'day' | 2 | 'week' | 3 | 'month';
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** Only creators who promote a product of this category, of any level. */
  readonly product_category_id?: string | undefined;
  /** Only creators of this content category. */
  readonly influencer_category_name?: string | undefined;
  /** Field to rank by, the largest first. Ties are sorted by row ID in ascending order. 1 = total_followers_cnt, 2 = total_sale_cnt. */
  readonly influencer_rank_field: 1 | 'total_followers_cnt' | 2 | 'total_sale_cnt';
}

/** A row of {@link EndpointMethods.influencerRanking}. */
export interface InfluencerRankingRow {
  /** URL of the creator’s profile picture */
  readonly avatar: string;
  /** Content category of the creator, as given by the source */
  readonly category: string;
  /** Score of a provider: always 0, no record has it */
  readonly ec_score: number;
  /** First-level category of the first of these; "0" for none */
  readonly most_category_id: string;
  /** Its second-level category; "0" when unset */
  readonly most_category_l2_id: string;
  /** Its third-level category; "0" when unset */
  readonly most_category_l3_id: string;
  /** Display name of the creator */
  readonly nick_name: string;
  /** Categories of the products, first to third level with their rank, the one of most products first: `L1-L2-L3:rank,…` */
  readonly product_category_list: string;
  /** Home market, two letters; that of most of the creator’s videos and lives where the creator’s own was not observed */
  readonly region: string;
  /** Has sold through: 1 videos, 2 lives, 3 both, 4 neither, but has a showcase, 0 none of these */
  readonly sales_flag: number;
  /** Likes won in the period */
  readonly total_digg_cnt: number;
  /** Likes received by the creator */
  readonly total_digg_history_cnt: number;
  /** Followers won or lost in the period */
  readonly total_followers_cnt: number;
  /** Followers of the creator */
  readonly total_followers_history_cnt: number;
  /** Lives hosted in the period */
  readonly total_live_cnt: number;
  /** Lives hosted by the creator */
  readonly total_live_history_cnt: number;
  /** Videos posted in the period */
  readonly total_post_video_cnt: number;
  /** Videos posted by the creator */
  readonly total_post_video_history_cnt: number;
  /** Products promoted for the first time in the period */
  readonly total_product_cnt: number;
  /** Products that a video or live of the creator promotes */
  readonly total_product_history_cnt: number;
  /** Units sold through the creator in the period (estimated) */
  readonly total_sale_cnt: number;
  /** GMV sold through the creator in the period (estimated) */
  readonly total_sale_gmv_amt: number;
  /** GMV sold through the creator (estimated) */
  readonly total_sale_gmv_history_amt: number;
  /** Units sold through the creator (estimated) */
  readonly total_sale_history_cnt: number;
  /** Handle of the creator, as in the profile URL; empty when unknown */
  readonly unique_id: string;
  /** Creator */
  readonly user_id: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.shopRanking}. */
export interface ShopRankingParameters extends PageParameters {
  /** First day (UTC): the day itself, the Monday of a week, or the 1st of a month. Of a period that is not over, rows have the growth so far. */
  readonly date: string;
  /** Length of the period. 1 = day, 2 = week, 3 = month. */
  readonly rank_type: 1 | 'day' | 2 | 'week' | 3 | 'month';
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** Only shops with this first-level category. */
  readonly category_id?: string | undefined;
  /** Only shops with this second-level category. */
  readonly category_l2_id?: string | undefined;
  /** Only shops with this third-level category. */
  readonly category_l3_id?: string | undefined;
  /** Only local or only cross-border shops. 0 = unknown, 1 = local, 2 = cross-border. */
  readonly from_flag?: 0 | 'unknown' | 1 | 'local' | 2 | 'cross-border' | undefined;
  /** Field to rank by, the largest first. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_ifl_cnt. */
  readonly seller_rank_field: 1 | 'total_sale_cnt' | 2 | 'total_ifl_cnt';
}

/** A row of {@link EndpointMethods.shopRanking}. */
export interface ShopRankingRow {
  /** First-level category of most of its products; "0" when unset */
  readonly category_id: string;
  /** Second-level category of most of these; "0" when unset */
  readonly category_l2_id: string;
  /** Third-level category of most of these; "0" when unset */
  readonly category_l3_id: string;
  /** URL of the picture of the shop */
  readonly cover_url: string;
  /** 1 sells locally, 2 cross-border, 0 unknown */
  readonly from_flag: number;
  /** JSON array with the first-level category of most of its products */
  readonly most_product_category_list: string;
  /** Rating of the shop, 0 to 5 */
  readonly rating: number;
  /** Market, two letters; that of most of its products where the shop itself was not observed */
  readonly region: string;
  /** Shop */
  readonly seller_id: string;
  /** Name of the shop; empty when unknown */
  readonly seller_name: string;
  /** Creators whose first video or live of its products is of the period */
  readonly total_ifl_cnt: number;
  /** Lives of the period that promote its products */
  readonly total_live_cnt: number;
  /** Products first observed in the period */
  readonly total_product_cnt: number;
  /** Units sold in the period */
  readonly total_sale_cnt: number;
  /** GMV of the period */
  readonly total_sale_gmv_amt: number;
  /** Videos of the period that promote its products */
  readonly total_video_cnt: number;
  /** Creator account of the shop; "0" when unknown */
  readonly user_id: string;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.videoRanking}. */
export interface VideoRankingParameters extends PageParameters {
  /** First day (UTC): the day itself, the Monday of a week, or the 1st of a month. Of a period that is not over, rows have the growth so far. */
  readonly date: string;
  /** Length of the period. 1 = day, 2 = week, 3 = month. */
  readonly rank_type: 1 | 'day' | 2 | 'week' | 3 | 'month';
  /** Market code. Case-insensitive. */
  readonly region: string;
  /** Only videos that promote a product of this category, of any level. */
  readonly product_category_id?: string | undefined;
  /** Filter by whether the video was made with AI. */
  readonly created_by_ai?: string | undefined;
  /** Field to rank by, the largest first. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_video_sale_cnt. */
  readonly video_rank_field: 1 | 'total_views_cnt' | 2 | 'total_video_sale_cnt';
}

/** A row of {@link EndpointMethods.videoRanking}. */
export interface VideoRankingRow {
  /** URL of the creator’s profile picture */
  readonly avatar: string;
  /** Category of the creator as given by the source */
  readonly category: string;
  /** Posting time in epoch seconds; empty when unknown */
  readonly create_time: string;
  /** "true": made with AI, "false": not; empty when unknown */
  readonly created_by_ai: string;
  /** Length in seconds */
  readonly duration: number;
  /** Display name of the creator */
  readonly nick_name: string;
  /** JSON array of the first-level categories of these products, the one with most products first */
  readonly product_category_list: string;
  /** URL of the cover image */
  readonly reflow_cover: string;
  /** Market of the video, two letters; empty when unknown */
  readonly region: string;
  /** 1: promotes a product, 0: none */
  readonly sales_flag: number;
  /** Comments won or lost in the period */
  readonly total_comments_cnt: number;
  /** Likes won in the period */
  readonly total_digg_cnt: number;
  /** Times saved, won or lost in the period */
  readonly total_favorites_cnt: number;
  /** Shares won or lost in the period */
  readonly total_shares_cnt: number;
  /** Units of all its products sold through the video in the period (estimated) */
  readonly total_video_sale_cnt: number;
  /** GMV of all its products sold through the video in the period (estimated) */
  readonly total_video_sale_gmv_amt: number;
  /** Views won in the period */
  readonly total_views_cnt: number;
  /** Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract. */
  readonly unique_id: string;
  /** Creator of the video; "0" when unknown */
  readonly user_id: string;
  /** Caption */
  readonly video_desc: string;
  /** Video */
  readonly video_id: string;
  /** JSON array of the IDs of the products it promotes, as numbers */
  readonly video_products: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
}

/** Parameters of {@link EndpointMethods.search}. */
export interface SearchParameters {
  /** Words, an ID, a handle or the URL of a page. */
  readonly sk: string;
  /** What to search for. 1 = creators, 2 = products, 3 = shops, 4 = videos, 5 = lives. */
  readonly type: 1 | 'creators' | 2 | 'products' | 3 | 'shops' | 4 | 'videos' | 5 | 'lives';
  /** Maximum number of rows. */
  readonly size: number;
  /** Market code. Case-insensitive. Default: all markets. */
  readonly region?: string | undefined;
  /** Whether any of the words is enough, best match first, or all have to be there as they are written. 0 = any words, 1 = all words. */
  readonly searchType?: 0 | 'any words' | 1 | 'all words' | undefined;
  /** Order of products that have equally many of the words, descending. Other rows are always in the order of relevance. 0 = relevance, 1 = spu_avg_price, 2 = total_sale_7d_cnt, 3 = total_sale_gmv_7d_amt, 4 = total_sale_cnt, 5 = total_sale_gmv_amt, 6 = total_ifl_cnt, 7 = total_video_cnt. */
  readonly sortType?: 0 | 'relevance' | 1 | 'spu_avg_price' | 2 | 'total_sale_7d_cnt' | 3 | 'total_sale_gmv_7d_amt' | 4 | 'total_sale_cnt' | 5 | 'total_sale_gmv_amt' | 6 | 'total_ifl_cnt' | 7 | 'total_video_cnt' | undefined;
}

/** A row of {@link EndpointMethods.search}. */
export interface SearchRow {
  /** URL of the profile picture; rows of creators only */
  readonly avatar?: string;
  /** Content category of the creator, as given by the source; rows of creators only */
  readonly category?: string;
  /** Contact address; mostly empty; rows of creators only */
  readonly contact_email?: string;
  /** Tier of the creator as digits; empty when unknown; rows of creators only */
  readonly influencer_level?: string;
  /** Display name of the creator; rows of creators only */
  readonly nick_name?: string;
  /** Market, two letters; empty when unknown */
  readonly region: string;
  /** Likes; rows of creators, videos only */
  readonly total_digg_cnt?: number;
  /** Followers; rows of creators only */
  readonly total_followers_cnt?: number;
  /** Lives hosted by the creator; rows of creators only */
  readonly total_live_cnt?: number;
  /** Viewers of the creator’s lives; rows of creators only */
  readonly total_live_views_cnt?: number;
  /** Videos posted by the creator; rows of creators only */
  readonly total_post_video_cnt?: number;
  /** Products that the creator promotes, or that the shop sells; rows of creators, shops only */
  readonly total_product_cnt?: number;
  /** Units sold: of the product or shop, or through the creator or live; rows of creators, products, shops, lives only */
  readonly total_sale_cnt?: number;
  /** GMV of what was sold, in `currency`; rows of creators, products, shops, lives only */
  readonly total_sale_gmv_amt?: number;
  /** Views of the creator’s videos or of the video, viewers of the live; rows of creators, videos, lives only */
  readonly total_views_cnt?: number;
  /** Handle of the creator; empty when unknown; rows of creators, videos, lives only */
  readonly unique_id?: string;
  /** Creator, or account behind the shop; "0" when unknown; rows of creators, shops, videos, lives only */
  readonly user_id?: string;
  /** ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract. */
  readonly currency: string;
  /** Product; rows of products only */
  readonly product_id?: string;
  /** Title; rows of products only */
  readonly product_name?: string;
  /** Images of a product as in the product list; the URL of one of a shop or live; rows of products, shops, lives only */
  readonly cover_url?: string;
  /** Shop; "0" when unknown; rows of products, shops only */
  readonly seller_id?: string;
  /** Average SKU price; rows of products only */
  readonly spu_avg_price?: number;
  /** Units sold in the last 7 days; rows of products only */
  readonly total_sale_7d_cnt?: number;
  /** GMV in the last 7 days; rows of products only */
  readonly total_sale_gmv_7d_amt?: number;
  /** Creators with a video or live that promotes the product; rows of products only */
  readonly total_ifl_cnt?: number;
  /** Videos that promote the product; rows of products only */
  readonly total_video_cnt?: number;
  /** Name of the shop; rows of shops only */
  readonly seller_name?: string;
  /** Rating of the shop; rows of shops only */
  readonly rating?: number;
  /** Video; rows of videos only */
  readonly video_id?: string;
  /** Caption; rows of videos only */
  readonly video_desc?: string;
  /** URL of the cover image; rows of videos only */
  readonly reflow_cover?: string;
  /** Units sold through the video (estimated); rows of videos only */
  readonly total_video_sale_cnt?: number;
  /** GMV sold through the video (estimated); rows of videos only */
  readonly total_video_sale_gmv_amt?: number;
  /** Posting time or start in epoch seconds; rows of videos, lives only */
  readonly create_time?: string;
  /** Live; rows of lives only */
  readonly room_id?: string;
  /** Title; rows of lives only */
  readonly title?: string;
  /** Most viewers at once; rows of lives only */
  readonly max_views_cnt?: number;
}

/** Parameters of {@link EndpointMethods.categoryPrimary}. */
export interface CategoryPrimaryParameters {
  /** Language of the names. */
  readonly language: string;
}

/** A row of {@link EndpointMethods.categoryPrimary}. */
export interface CategoryPrimaryRow {
  /** Category */
  readonly category_id: string;
  /** Level: 1, 2 or 3 */
  readonly category_level: string;
  /** Name */
  readonly category_name: string;
  /** Language of the name */
  readonly language: string;
  /** Category above; "0" at level 1, and when unknown */
  readonly parent_id: string;
}

/** Parameters of {@link EndpointMethods.categorySecondary}. */
export interface CategorySecondaryParameters {
  /** Language of the names. */
  readonly language: string;
  /** Only categories below this one. */
  readonly parent_id?: string | undefined;
  /** Another name of `parent_id`, which counts if both are given. */
  readonly category_id?: string | undefined;
}

/** A row of {@link EndpointMethods.categorySecondary}. */
export interface CategorySecondaryRow {
  /** Category */
  readonly category_id: string;
  /** Level: 1, 2 or 3 */
  readonly category_level: string;
  /** Name */
  readonly category_name: string;
  /** Language of the name */
  readonly language: string;
  /** Category above; "0" at level 1, and when unknown */
  readonly parent_id: string;
}

/** Parameters of {@link EndpointMethods.categoryTertiary}. */
export interface CategoryTertiaryParameters {
  /** Language of the names. */
  readonly language: string;
  /** Only categories below this one. */
  readonly parent_id?: string | undefined;
  /** Another name of `parent_id`, which counts if both are given. */
  readonly category_l2_id?: string | undefined;
}

/** A row of {@link EndpointMethods.categoryTertiary}. */
export interface CategoryTertiaryRow {
  /** Category */
  readonly category_id: string;
  /** Level: 1, 2 or 3 */
  readonly category_level: string;
  /** Name */
  readonly category_name: string;
  /** Language of the name */
  readonly language: string;
  /** Category above; "0" at level 1, and when unknown */
  readonly parent_id: string;
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
  readonly productList: ListMethod<ProductListParameters, ProductListRow>;
  /** List the creators who promote a product, with their audience and their sales of it. */
  readonly productCreators: ListMethod<ProductCreatorsParameters, ProductCreatorsRow>;
  /** List the videos that promote a product, with their reach and their sales of it. */
  readonly productVideos: ListMethod<ProductVideosParameters, ProductVideosRow>;
  /** List the lives that promote a product, with their reach and their sales of it. */
  readonly productLivestreams: ListMethod<ProductLivestreamsParameters, ProductLivestreamsRow>;
  /** List the reviews of a product, newest first. */
  readonly productReviews: ListMethod<ProductReviewsParameters, ProductReviewsRow>;
  /** Filter and sort the creators of a market by audience, growth, niche, products and sales. */
  readonly influencerList: ListMethod<InfluencerListParameters, InfluencerListRow>;
  /** List the products a creator promotes, with their total sales and the sales through this creator. */
  readonly influencerProducts: ListMethod<InfluencerProductsParameters, InfluencerProductsRow>;
  /** List the videos of a creator, with their reach, its growth and their sales. */
  readonly influencerVideos: ListMethod<InfluencerVideosParameters, InfluencerVideosRow>;
  /** List the lives of a creator, the latest first, with their reach and their sales. */
  readonly influencerLivestreams: ListMethod<InfluencerLivestreamsParameters, InfluencerLivestreamsRow>;
  /** Filter and sort the shops of a market by sales, GMV, price, category and trend. */
  readonly shopList: ListMethod<ShopListParameters, ShopListRow>;
  /** List the products of a shop, with the fields of the product list. */
  readonly shopProducts: ListMethod<ShopProductsParameters, ShopProductsRow>;
  /** List the creators who promote products of a shop, with their audience and their sales for it. */
  readonly shopCreators: ListMethod<ShopCreatorsParameters, ShopCreatorsRow>;
  /** List the videos that promote products of a shop, with their reach and their sales for it. */
  readonly shopVideos: ListMethod<ShopVideosParameters, ShopVideosRow>;
  /** List the lives that promote products of a shop, with their reach and their sales for it. */
  readonly shopLivestreams: ListMethod<ShopLivestreamsParameters, ShopLivestreamsRow>;
  /** List the products that videos promote, with the sales of each through the video. */
  readonly videoProducts: ListMethod<VideoProductsParameters, VideoProductsRow>;
  /** Filter and sort the videos of a market by views, likes, length, product and more. */
  readonly videoList: ListMethod<VideoListParameters, VideoListRow>;
  /** Get up to ten products by their IDs, with the fields of the product list. */
  readonly productDetail: DetailMethod<ProductDetailParameters, ProductDetailRow>;
  /** Get up to ten creators by their IDs or handles, with the fields of the creator list. */
  readonly influencerDetail: DetailMethod<InfluencerDetailParameters, InfluencerDetailRow>;
  /** Get a shop by its ID, with the fields of the shop list. */
  readonly shopDetail: DetailMethod<ShopDetailParameters, ShopDetailRow>;
  /** Get up to ten videos by their IDs, with the fields of the video list. */
  readonly videoDetail: DetailMethod<VideoDetailParameters, VideoDetailRow>;
  /** Get the units, GMV, price and promotion of a product day by day. */
  readonly productTrends: TrendMethod<ProductTrendsParameters, ProductTrendsRow, ProductTrendsExportParameters>;
  /** Get the followers, likes, views, videos and sales of a creator day by day. */
  readonly influencerTrends: TrendMethod<InfluencerTrendsParameters, InfluencerTrendsRow, InfluencerTrendsExportParameters>;
  /** Get the views, likes, comments, shares and sales of a video day by day. */
  readonly videoTrends: TrendMethod<VideoTrendsParameters, VideoTrendsRow, VideoTrendsExportParameters>;
  /** Get the units, GMV, products and promotion of a shop day by day. */
  readonly shopTrends: TrendMethod<ShopTrendsParameters, ShopTrendsRow, ShopTrendsExportParameters>;
  /** Rank the products of a market by units or new creators of a day, week or month. */
  readonly productRanking: PagedMethod<ProductRankingParameters, ProductRankingRow>;
  /** Rank the creators of a market by followers won or units sold on a day, in a week or in a month. */
  readonly influencerRanking: PagedMethod<InfluencerRankingParameters, InfluencerRankingRow>;
  /** Rank the shops of a market by units or new creators of a day, week or month. */
  readonly shopRanking: PagedMethod<ShopRankingParameters, ShopRankingRow>;
  /** Rank the videos of a market by views won or units sold on a day, in a week or in a month. */
  readonly videoRanking: PagedMethod<VideoRankingParameters, VideoRankingRow>;
  /** Find creators, products, shops, videos and lives by name, handle, caption, ID or page URL. */
  readonly search: LookupMethod<SearchParameters, SearchRow>;
  /** List the categories of level 1, with their names in a language. */
  readonly categoryPrimary: LookupMethod<CategoryPrimaryParameters, CategoryPrimaryRow>;
  /** List the categories of level 2, with their names in a language. */
  readonly categorySecondary: LookupMethod<CategorySecondaryParameters, CategorySecondaryRow>;
  /** List the categories of level 3, with their names in a language. */
  readonly categoryTertiary: LookupMethod<CategoryTertiaryParameters, CategoryTertiaryRow>;
  /** Get the most recently observed playback URL of a video, and its age. */
  readonly videoDownloadUrl: LookupMethod<VideoDownloadUrlParameters, VideoDownloadUrlRow>;
  /** Convert image URLs that expire or block browsers into URLs on this server. */
  readonly coverDownload: LookupMethod<CoverDownloadParameters, CoverDownloadRow>;
}

/** Every endpoint as data. */
export const endpoints: readonly EndpointSpec[] = [
  {"id":"product-list","kind":"list","method":"productList","path":"/v1/tiktok/product/list/analytics","title":"Product list","summary":"Search and sort the products of a market by sales, GMV, price and more.","rowId":"product_id","columns":["product_id","product_name","total_sale_30d_cnt","total_sale_gmv_30d_amt","currency","spu_avg_price","total_sale_cnt","total_ifl_cnt"],"parameters":[{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"category_id","required":false,"kind":"id","use":"filter","description":"Only products of this first-level category."},{"name":"category_l2_id","required":false,"kind":"id","use":"filter","description":"Only products of this second-level category."},{"name":"category_l3_id","required":false,"kind":"id","use":"filter","description":"Only products of this third-level category."},{"name":"sales_trend_flag","required":false,"kind":"choice","use":"filter","description":"Only products with this sales trend: units of the last 7 days compared with the 7 days before. Up and down mean a change of more than 10 %. 0 = stable, 1 = up, 2 = down.","choices":[{"value":0,"label":"stable"},{"value":1,"label":"up"},{"value":2,"label":"down"}]},{"name":"min_total_sale_cnt","required":false,"kind":"count","use":"filter","description":"Minimum total units sold."},{"name":"max_total_sale_cnt","required":false,"kind":"count","use":"filter","description":"Maximum total units sold."},{"name":"min_total_sale_30d_cnt","required":false,"kind":"count","use":"filter","description":"Minimum units sold in the last 30 days."},{"name":"max_total_sale_30d_cnt","required":false,"kind":"count","use":"filter","description":"Maximum units sold in the last 30 days."},{"name":"min_spu_avg_price","required":false,"kind":"decimal","use":"filter","description":"Minimum average price, in the currency of the product."},{"name":"max_spu_avg_price","required":false,"kind":"decimal","use":"filter","description":"Maximum average price, in the currency of the product."},{"name":"min_product_commission_rate","required":false,"kind":"decimal","use":"filter","description":"Minimum commission rate as a fraction: 0.05 is 5 %."},{"name":"max_product_commission_rate","required":false,"kind":"decimal","use":"filter","description":"Maximum commission rate as a fraction: 0.05 is 5 %."},{"name":"min_total_ifl_cnt","required":false,"kind":"count","use":"filter","description":"Minimum number of creators who promote the product."},{"name":"max_total_ifl_cnt","required":false,"kind":"count","use":"filter","description":"Maximum number of creators who promote the product."},{"name":"min_total_video_cnt","required":false,"kind":"count","use":"filter","description":"Minimum number of videos that promote the product."},{"name":"max_total_video_cnt","required":false,"kind":"count","use":"filter","description":"Maximum number of videos that promote the product."},{"name":"min_total_views_cnt","required":false,"kind":"count","use":"filter","description":"Minimum total views of the videos that promote the product."},{"name":"max_total_views_cnt","required":false,"kind":"count","use":"filter","description":"Maximum total views of the videos that promote the product."},{"name":"min_product_rating","required":false,"kind":"decimal","use":"filter","description":"Minimum average review rating, 0 to 5; 0 when unknown."},{"name":"max_product_rating","required":false,"kind":"decimal","use":"filter","description":"Maximum average review rating, 0 to 5; 0 when unknown."},{"name":"min_review_count","required":false,"kind":"count","use":"filter","description":"Minimum number of reviews."},{"name":"max_review_count","required":false,"kind":"count","use":"filter","description":"Maximum number of reviews."},{"name":"is_s_shop","required":false,"kind":"choice","use":"filter","description":"Filter by whether the shop is fully managed by the platform. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]},{"name":"free_shipping","required":false,"kind":"choice","use":"filter","description":"Filter by whether shipping is free. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]},{"name":"min_total_sale_gmv_amt","required":false,"kind":"decimal","use":"filter","description":"Minimum total GMV, in the currency of the product."},{"name":"max_total_sale_gmv_amt","required":false,"kind":"decimal","use":"filter","description":"Maximum total GMV, in the currency of the product."},{"name":"min_total_sale_gmv_30d_amt","required":false,"kind":"decimal","use":"filter","description":"Minimum GMV in the last 30 days, in the currency of the product."},{"name":"max_total_sale_gmv_30d_amt","required":false,"kind":"decimal","use":"filter","description":"Maximum GMV in the last 30 days, in the currency of the product."},{"name":"min_first_crawl_dt","required":false,"kind":"day","use":"filter","description":"Earliest UTC day of first observation."},{"name":"max_first_crawl_dt","required":false,"kind":"day","use":"filter","description":"Latest UTC day of first observation."},{"name":"sales_flag","required":false,"kind":"choice","use":"filter","description":"Only products with this main sales channel. 0 = neither, 1 = video, 2 = live.","choices":[{"value":0,"label":"neither"},{"value":1,"label":"video"},{"value":2,"label":"live"}]},{"name":"off_mark","required":false,"kind":"choice","use":"filter","description":"Filter by whether the product is on sale (off_mark below 2) or taken down. 0 = on sale, 1 = taken down.","choices":[{"value":0,"label":"on sale"},{"value":1,"label":"taken down"}]},{"name":"from_flag","required":false,"kind":"choice","use":"filter","description":"Only products sold from here. 0 = unknown, 1 = local, 2 = cross-border.","choices":[{"value":0,"label":"unknown"},{"value":1,"label":"local"},{"value":2,"label":"cross-border"}]},{"name":"is_hot","required":false,"kind":"choice","use":"filter","description":"Filter by whether the source marks the product as hot. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]},{"name":"shop_type","required":false,"kind":"integer","use":"filter","description":"Only products of this type of shop, a number of the source."},{"name":"keyword","required":false,"kind":"words","use":"filter","description":"Only products whose name contains all these words or word fragments. Case-insensitive."},{"name":"product_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price, 4 = total_sale_7d_cnt, 5 = total_sale_30d_cnt, 6 = total_sale_gmv_7d_amt, 7 = total_sale_gmv_30d_amt.","choices":[{"value":1,"label":"total_sale_cnt"},{"value":2,"label":"total_sale_gmv_amt"},{"value":3,"label":"spu_avg_price"},{"value":4,"label":"total_sale_7d_cnt"},{"value":5,"label":"total_sale_30d_cnt"},{"value":6,"label":"total_sale_gmv_7d_amt"},{"value":7,"label":"total_sale_gmv_30d_amt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_l2_id","kind":"id"},{"name":"category_l3_id","kind":"id"},{"name":"cover_url","kind":"json"},{"name":"desc_detail","kind":"json"},{"name":"discount","kind":"text"},{"name":"first_crawl_dt","kind":"day"},{"name":"free_shipping","kind":"flag"},{"name":"is_s_shop","kind":"flag"},{"name":"max_price","kind":"amount"},{"name":"min_price","kind":"amount"},{"name":"off_mark","kind":"count"},{"name":"product_commission_rate","kind":"rate"},{"name":"product_id","kind":"id"},{"name":"product_name","kind":"text"},{"name":"product_rating","kind":"rating"},{"name":"region","kind":"code"},{"name":"review_count","kind":"count"},{"name":"sale_props","kind":"json"},{"name":"sales_flag","kind":"flag"},{"name":"sales_trend_flag","kind":"flag"},{"name":"seller_id","kind":"id"},{"name":"skus","kind":"json"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_ifl_live_15d_cnt","kind":"count"},{"name":"total_ifl_live_1d_cnt","kind":"count"},{"name":"total_ifl_live_30d_cnt","kind":"count"},{"name":"total_ifl_live_60d_cnt","kind":"count"},{"name":"total_ifl_live_7d_cnt","kind":"count"},{"name":"total_ifl_live_90d_cnt","kind":"count"},{"name":"total_ifl_video_15d_cnt","kind":"count"},{"name":"total_ifl_video_1d_cnt","kind":"count"},{"name":"total_ifl_video_30d_cnt","kind":"count"},{"name":"total_ifl_video_60d_cnt","kind":"count"},{"name":"total_ifl_video_7d_cnt","kind":"count"},{"name":"total_ifl_video_90d_cnt","kind":"count"},{"name":"total_live_15d_cnt","kind":"count"},{"name":"total_live_1d_cnt","kind":"count"},{"name":"total_live_30d_cnt","kind":"count"},{"name":"total_live_60d_cnt","kind":"count"},{"name":"total_live_7d_cnt","kind":"count"},{"name":"total_live_90d_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_sale_15d_cnt","kind":"count"},{"name":"total_live_sale_1d_cnt","kind":"count"},{"name":"total_live_sale_30d_cnt","kind":"count"},{"name":"total_live_sale_60d_cnt","kind":"count"},{"name":"total_live_sale_7d_cnt","kind":"count"},{"name":"total_live_sale_90d_cnt","kind":"count"},{"name":"total_live_sale_cnt","kind":"count"},{"name":"total_live_sale_gmv_15d_amt","kind":"amount"},{"name":"total_live_sale_gmv_1d_amt","kind":"amount"},{"name":"total_live_sale_gmv_30d_amt","kind":"amount"},{"name":"total_live_sale_gmv_60d_amt","kind":"amount"},{"name":"total_live_sale_gmv_7d_amt","kind":"amount"},{"name":"total_live_sale_gmv_90d_amt","kind":"amount"},{"name":"total_live_sale_gmv_amt","kind":"amount"},{"name":"total_sale_15d_cnt","kind":"count"},{"name":"total_sale_1d_cnt","kind":"count"},{"name":"total_sale_30d_cnt","kind":"count"},{"name":"total_sale_60d_cnt","kind":"count"},{"name":"total_sale_7d_cnt","kind":"count"},{"name":"total_sale_90d_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_15d_amt","kind":"amount"},{"name":"total_sale_gmv_1d_amt","kind":"amount"},{"name":"total_sale_gmv_30d_amt","kind":"amount"},{"name":"total_sale_gmv_60d_amt","kind":"amount"},{"name":"total_sale_gmv_7d_amt","kind":"amount"},{"name":"total_sale_gmv_90d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_15d_cnt","kind":"count"},{"name":"total_video_1d_cnt","kind":"count"},{"name":"total_video_30d_cnt","kind":"count"},{"name":"total_video_60d_cnt","kind":"count"},{"name":"total_video_7d_cnt","kind":"count"},{"name":"total_video_90d_cnt","kind":"count"},{"name":"total_video_cnt","kind":"count"},{"name":"total_video_sale_15d_cnt","kind":"count"},{"name":"total_video_sale_1d_cnt","kind":"count"},{"name":"total_video_sale_30d_cnt","kind":"count"},{"name":"total_video_sale_60d_cnt","kind":"count"},{"name":"total_video_sale_7d_cnt","kind":"count"},{"name":"total_video_sale_90d_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_15d_amt","kind":"amount"},{"name":"total_video_sale_gmv_1d_amt","kind":"amount"},{"name":"total_video_sale_gmv_30d_amt","kind":"amount"},{"name":"total_video_sale_gmv_60d_amt","kind":"amount"},{"name":"total_video_sale_gmv_7d_amt","kind":"amount"},{"name":"total_video_sale_gmv_90d_amt","kind":"amount"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_15d_cnt","kind":"count"},{"name":"total_views_1d_cnt","kind":"count"},{"name":"total_views_30d_cnt","kind":"count"},{"name":"total_views_60d_cnt","kind":"count"},{"name":"total_views_7d_cnt","kind":"count"},{"name":"total_views_90d_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"from_flag","kind":"flag"},{"name":"is_hot","kind":"flag"},{"name":"shop_type","kind":"flag"},{"name":"specification","kind":"json"},{"name":"category_name","kind":"text"},{"name":"currency","kind":"code"}]},
  {"id":"product-creators","kind":"list","method":"productCreators","path":"/v1/tiktok/product/creators/analytics","title":"Creators of a product","summary":"List the creators who promote a product, with their audience and their sales of it.","rowId":"user_id","columns":["user_id","unique_id","nick_name","per_product_ifl_sale_cnt","per_product_ifl_gmv_amt","currency","total_followers_cnt"],"parameters":[{"name":"product_id","required":true,"kind":"id","use":"key","description":"ID of the product."},{"name":"product_influencer_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_followers_cnt, 2 = total_digg_cnt, 3 = per_product_ifl_sale_cnt, 4 = per_product_ifl_gmv_amt, 5 = total_post_video_cnt, 6 = total_views_cnt, 7 = total_live_views_cnt.","choices":[{"value":1,"label":"total_followers_cnt"},{"value":2,"label":"total_digg_cnt"},{"value":3,"label":"per_product_ifl_sale_cnt"},{"value":4,"label":"per_product_ifl_gmv_amt"},{"value":5,"label":"total_post_video_cnt"},{"value":6,"label":"total_views_cnt"},{"value":7,"label":"total_live_views_cnt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"avatar","kind":"text"},{"name":"category","kind":"text"},{"name":"nick_name","kind":"text"},{"name":"per_product_ifl_gmv_amt","kind":"amount"},{"name":"per_product_ifl_sale_cnt","kind":"count"},{"name":"product_id","kind":"id"},{"name":"region","kind":"code"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_followers_cnt","kind":"count"},{"name":"total_following_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_views_cnt","kind":"count"},{"name":"total_post_video_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}],"onRequest":[{"name":"per_product_ifl_sale_cnt_low","kind":"count"},{"name":"per_product_ifl_sale_cnt_high","kind":"count"},{"name":"per_product_ifl_sale_cnt_basis","kind":"code"},{"name":"per_product_ifl_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"product-videos","kind":"list","method":"productVideos","path":"/v1/tiktok/product/videos/analytics","title":"Videos of a product","summary":"List the videos that promote a product, with their reach and their sales of it.","rowId":"video_id","columns":["video_id","unique_id","video_desc","total_video_sale_cnt","total_video_sale_gmv_amt","currency","total_views_cnt"],"parameters":[{"name":"product_id","required":true,"kind":"id","use":"key","description":"ID of the product."},{"name":"user_id","required":false,"kind":"id","use":"filter","description":"Only videos of this creator."},{"name":"min_create_time","required":false,"kind":"count","use":"filter","description":"Minimum posting time in epoch seconds; a video with an unknown time counts as 0."},{"name":"max_create_time","required":false,"kind":"count","use":"filter","description":"Maximum posting time in epoch seconds; a video with an unknown time counts as 0."},{"name":"product_video_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_digg_cnt, 3 = total_shares_cnt, 4 = total_video_sale_cnt, 5 = total_video_sale_gmv_amt, 6 = create_time.","choices":[{"value":1,"label":"total_views_cnt"},{"value":2,"label":"total_digg_cnt"},{"value":3,"label":"total_shares_cnt"},{"value":4,"label":"total_video_sale_cnt"},{"value":5,"label":"total_video_sale_gmv_amt"},{"value":6,"label":"create_time"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"create_time","kind":"digits"},{"name":"data_size","kind":"digits"},{"name":"duration","kind":"count"},{"name":"hash_tag","kind":"text"},{"name":"height","kind":"digits"},{"name":"play_addr","kind":"text"},{"name":"product_id","kind":"id"},{"name":"ratio","kind":"text"},{"name":"reflow_cover","kind":"text"},{"name":"region","kind":"code"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_favorites_cnt","kind":"count"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"video_desc","kind":"text"},{"name":"video_id","kind":"id"},{"name":"width","kind":"digits"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}],"onRequest":[{"name":"total_video_sale_cnt_low","kind":"count"},{"name":"total_video_sale_cnt_high","kind":"count"},{"name":"total_video_sale_cnt_basis","kind":"code"},{"name":"total_video_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"product-livestreams","kind":"list","method":"productLivestreams","path":"/v1/tiktok/product/livestreams/analytics","title":"Lives of a product","summary":"List the lives that promote a product, with their reach and their sales of it.","rowId":"room_id","columns":["room_id","unique_id","title","total_sale_cnt","total_sale_gmv_amt","currency","total_views_cnt"],"parameters":[{"name":"product_id","required":true,"kind":"id","use":"key","description":"ID of the product."},{"name":"min_create_time","required":false,"kind":"count","use":"filter","description":"Minimum start in epoch seconds; a live with an unknown start counts as 0."},{"name":"max_create_time","required":false,"kind":"count","use":"filter","description":"Maximum start in epoch seconds; a live with an unknown start counts as 0."},{"name":"product_live_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = max_views_cnt, 2 = total_product_cnt, 3 = total_sale_cnt, 4 = total_sale_gmv_amt, 5 = total_views_cnt.","choices":[{"value":1,"label":"max_views_cnt"},{"value":2,"label":"total_product_cnt"},{"value":3,"label":"total_sale_cnt"},{"value":4,"label":"total_sale_gmv_amt"},{"value":5,"label":"total_views_cnt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"category_id","kind":"id"},{"name":"cover_url","kind":"text"},{"name":"create_time","kind":"count"},{"name":"max_views_cnt","kind":"count"},{"name":"product_id","kind":"id"},{"name":"region","kind":"code"},{"name":"room_id","kind":"id"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_product_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"title","kind":"text"},{"name":"product_name","kind":"text"},{"name":"seller_id","kind":"id"},{"name":"currency","kind":"code"}],"onRequest":[{"name":"total_sale_cnt_low","kind":"count"},{"name":"total_sale_cnt_high","kind":"count"},{"name":"total_sale_cnt_basis","kind":"code"},{"name":"total_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"product-reviews","kind":"list","method":"productReviews","path":"/v1/tiktok/product/reviews/analytics","title":"Reviews of a product","summary":"List the reviews of a product, newest first.","rowId":"review_id","columns":["review_id","rating","display_text","sku_specification","review_timestamp"],"parameters":[{"name":"product_id","required":true,"kind":"id","use":"key","description":"ID of the product."},{"name":"min_rating","required":false,"kind":"count","use":"filter","description":"Minimum stars, 0 to 5."},{"name":"max_rating","required":false,"kind":"count","use":"filter","description":"Maximum stars, 0 to 5."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"display_text","kind":"text"},{"name":"product_id","kind":"id"},{"name":"rating","kind":"count"},{"name":"review_id","kind":"id"},{"name":"review_timestamp","kind":"count"},{"name":"sku_id","kind":"id"},{"name":"sku_specification","kind":"text"}]},
  {"id":"influencer-list","kind":"list","method":"influencerList","path":"/v1/tiktok/influencer/list/analytics","title":"Creator list","summary":"Filter and sort the creators of a market by audience, growth, niche, products and sales.","rowId":"user_id","columns":["user_id","unique_id","category","total_followers_cnt","total_followers_30d_cnt","total_sale_cnt","total_sale_gmv_30d_amt","currency"],"parameters":[{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"product_category_id","required":false,"kind":"id","use":"filter","description":"Only creators who promote a product of this category, of any level."},{"name":"influencer_category_name","required":false,"kind":"name","use":"filter","description":"Only creators of this content category."},{"name":"seller_id","required":false,"kind":"id","use":"filter","description":"Only the creator whose account is that of this shop."},{"name":"min_total_followers_cnt","required":false,"kind":"count","use":"filter","description":"Minimum number of followers."},{"name":"max_total_followers_cnt","required":false,"kind":"count","use":"filter","description":"Maximum number of followers."},{"name":"min_total_digg_cnt","required":false,"kind":"count","use":"filter","description":"Minimum number of likes."},{"name":"max_total_digg_cnt","required":false,"kind":"count","use":"filter","description":"Maximum number of likes."},{"name":"min_interaction_rate","required":false,"kind":"decimal","use":"filter","description":"Minimum likes, comments and shares for each view."},{"name":"max_interaction_rate","required":false,"kind":"decimal","use":"filter","description":"Maximum likes, comments and shares for each view."},{"name":"min_total_views_cnt","required":false,"kind":"count","use":"filter","description":"Minimum number of views."},{"name":"max_total_views_cnt","required":false,"kind":"count","use":"filter","description":"Maximum number of views."},{"name":"min_total_views_7d_cnt","required":false,"kind":"count","use":"filter","description":"Minimum number of views gained in the last 7 days."},{"name":"max_total_views_7d_cnt","required":false,"kind":"count","use":"filter","description":"Maximum number of views gained in the last 7 days."},{"name":"min_per_video_product_views_avg_cnt","required":false,"kind":"count","use":"filter","description":"Minimum average views of a video with products."},{"name":"max_per_video_product_views_avg_cnt","required":false,"kind":"count","use":"filter","description":"Maximum average views of a video with products."},{"name":"min_per_video_product_views_avg_7d_cnt","required":false,"kind":"count","use":"filter","description":"Minimum average views that a video with products gained in the last 7 days."},{"name":"max_per_video_product_views_avg_7d_cnt","required":false,"kind":"count","use":"filter","description":"Maximum average views that a video with products gained in the last 7 days."},{"name":"gender","required":false,"kind":"phrase","use":"filter","description":"Only creators of this gender, as given by the source."},{"name":"influencer_language","required":false,"kind":"phrase","use":"filter","description":"Only creators with this language, such as en."},{"name":"show_case_flag","required":false,"kind":"choice","use":"filter","description":"Filter by whether the creator has a showcase. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]},{"name":"sales_flag","required":false,"kind":"choice","use":"filter","description":"Only creators who have sold through these. 0 = any, 1 = videos, 2 = lives, 3 = both, 4 = neither, but has a showcase.","choices":[{"value":0,"label":"any"},{"value":1,"label":"videos"},{"value":2,"label":"lives"},{"value":3,"label":"both"},{"value":4,"label":"neither, but has a showcase"}]},{"name":"influencer_sort_field_v2","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_followers_cnt, 2 = total_followers_30d_cnt, 3 = total_post_video_cnt, 4 = per_views_avg_cnt, 5 = interaction_rate, 6 = total_product_cnt.","choices":[{"value":1,"label":"total_followers_cnt"},{"value":2,"label":"total_followers_30d_cnt"},{"value":3,"label":"total_post_video_cnt"},{"value":4,"label":"per_views_avg_cnt"},{"value":5,"label":"interaction_rate"},{"value":6,"label":"total_product_cnt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"avatar","kind":"text"},{"name":"avg_30d_price","kind":"amount"},{"name":"category","kind":"text"},{"name":"contact_email","kind":"text"},{"name":"ec_score","kind":"rating"},{"name":"first_crawl_dt","kind":"day"},{"name":"gender","kind":"text"},{"name":"influencer_video_duration_level","kind":"json"},{"name":"influencer_video_publish_hour","kind":"json"},{"name":"influencer_video_publish_week","kind":"json"},{"name":"interaction_rate","kind":"rate"},{"name":"language","kind":"text"},{"name":"most_category_product","kind":"json"},{"name":"most_views_video","kind":"id"},{"name":"nick_name","kind":"text"},{"name":"off_mark","kind":"flag"},{"name":"per_video_product_views_avg_7d_cnt","kind":"count"},{"name":"region","kind":"code"},{"name":"sales_flag","kind":"flag"},{"name":"seller_id","kind":"id"},{"name":"show_case_flag","kind":"flag"},{"name":"signature","kind":"text"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_1d_cnt","kind":"count"},{"name":"total_digg_30d_cnt","kind":"count"},{"name":"total_digg_7d_cnt","kind":"count"},{"name":"total_digg_90d_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_followers_1d_cnt","kind":"count"},{"name":"total_followers_30d_cnt","kind":"count"},{"name":"total_followers_7d_cnt","kind":"count"},{"name":"total_followers_90d_cnt","kind":"count"},{"name":"total_followers_cnt","kind":"count"},{"name":"total_following_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_sale_gmv_30d_amt","kind":"amount"},{"name":"total_post_video_cnt","kind":"count"},{"name":"total_product_30d_cnt","kind":"count"},{"name":"total_product_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_30d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_product_30d_cnt","kind":"count"},{"name":"total_video_sale_30d_cnt","kind":"count"},{"name":"total_video_sale_gmv_30d_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"unique_id","kind":"text"},{"name":"user_id","kind":"id"},{"name":"total_likes_cnt","kind":"count"},{"name":"per_video_product_views_avg_30d_cnt","kind":"count"},{"name":"per_views_avg_30d_cnt","kind":"count"},{"name":"product_category_list","kind":"text"},{"name":"most_category_id","kind":"id"},{"name":"most_category_l2_id","kind":"id"},{"name":"most_category_l3_id","kind":"id"},{"name":"per_views_avg_cnt","kind":"count"},{"name":"per_video_product_views_avg_cnt","kind":"count"},{"name":"total_views_7d_cnt","kind":"count"},{"name":"currency","kind":"code"}],"onRequest":[{"name":"total_sale_cnt_low","kind":"count"},{"name":"total_sale_cnt_high","kind":"count"},{"name":"total_sale_cnt_basis","kind":"code"},{"name":"total_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"influencer-products","kind":"list","method":"influencerProducts","path":"/v1/tiktok/influencer/products/analytics","title":"Products of a creator","summary":"List the products a creator promotes, with their total sales and the sales through this creator.","rowId":"product_id","columns":["product_id","product_name","total_video_sale_cnt","total_live_sale_cnt","total_video_sale_gmv_amt","currency","total_sale_cnt","spu_avg_price"],"parameters":[{"name":"user_id","required":true,"kind":"id","use":"key","description":"ID of the creator."},{"name":"category_id","required":false,"kind":"id","use":"filter","description":"Only products of this first-level category."},{"name":"unique_id","required":false,"kind":"handle","use":"filter","description":"Only if the creator has this handle, with or without @. Case-insensitive."},{"name":"influencer_product_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price, 4 = total_video_sale_cnt, 5 = total_video_sale_gmv_amt.","choices":[{"value":1,"label":"total_sale_cnt"},{"value":2,"label":"total_sale_gmv_amt"},{"value":3,"label":"spu_avg_price"},{"value":4,"label":"total_video_sale_cnt"},{"value":5,"label":"total_video_sale_gmv_amt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"category_id","kind":"id"},{"name":"cover_url","kind":"json"},{"name":"product_id","kind":"id"},{"name":"product_name","kind":"text"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_sale_cnt","kind":"count"},{"name":"total_live_sale_gmv_amt","kind":"amount"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}],"onRequest":[{"name":"total_video_sale_cnt_low","kind":"count"},{"name":"total_video_sale_cnt_high","kind":"count"},{"name":"total_video_sale_cnt_basis","kind":"code"},{"name":"total_video_sale_cnt_known_rate","kind":"rate"},{"name":"total_live_sale_cnt_low","kind":"count"},{"name":"total_live_sale_cnt_high","kind":"count"},{"name":"total_live_sale_cnt_basis","kind":"code"},{"name":"total_live_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"influencer-videos","kind":"list","method":"influencerVideos","path":"/v1/tiktok/influencer/videos/analytics","title":"Videos of a creator","summary":"List the videos of a creator, with their reach, its growth and their sales.","rowId":"video_id","columns":["video_id","unique_id","video_desc","total_views_cnt","total_digg_cnt","total_video_sale_cnt","total_video_sale_gmv_amt","currency"],"parameters":[{"name":"user_id","required":false,"kind":"id","use":"key","description":"ID of the creator. Give this or `unique_id`."},{"name":"unique_id","required":false,"kind":"handle","use":"key","description":"Handle of the creator, with or without @. Give this or `user_id`."},{"name":"product_id","required":false,"kind":"id","use":"filter","description":"Only videos that promote this product."},{"name":"sales_flag","required":false,"kind":"choice","use":"filter","description":"Filter by whether the video promotes a product. 0 = none, 1 = promotes a product.","choices":[{"value":0,"label":"none"},{"value":1,"label":"promotes a product"}]},{"name":"influencer_video_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_video_sale_cnt, 3 = total_video_sale_gmv_amt, 4 = create_time.","choices":[{"value":1,"label":"total_views_cnt"},{"value":2,"label":"total_video_sale_cnt"},{"value":3,"label":"total_video_sale_gmv_amt"},{"value":4,"label":"create_time"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"avatar","kind":"text"},{"name":"create_time","kind":"digits"},{"name":"created_by_ai","kind":"code"},{"name":"data_size","kind":"digits"},{"name":"duration","kind":"count"},{"name":"height","kind":"digits"},{"name":"is_ad","kind":"flag"},{"name":"product_category_list","kind":"json"},{"name":"ratio","kind":"text"},{"name":"reflow_cover","kind":"text"},{"name":"region","kind":"code"},{"name":"sales_flag","kind":"flag"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_1d_cnt","kind":"count"},{"name":"total_digg_30d_cnt","kind":"count"},{"name":"total_digg_7d_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_favorites_cnt","kind":"count"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_1d_cnt","kind":"count"},{"name":"total_views_30d_cnt","kind":"count"},{"name":"total_views_7d_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"unique_id","kind":"text"},{"name":"user_id","kind":"id"},{"name":"video_desc","kind":"text"},{"name":"video_id","kind":"id"},{"name":"video_products","kind":"json"},{"name":"width","kind":"digits"},{"name":"currency","kind":"code"},{"name":"nick_name","kind":"text"},{"name":"category","kind":"text"},{"name":"first_crawl_dt","kind":"day"}],"onRequest":[{"name":"total_video_sale_cnt_low","kind":"count"},{"name":"total_video_sale_cnt_high","kind":"count"},{"name":"total_video_sale_cnt_basis","kind":"code"},{"name":"total_video_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"influencer-livestreams","kind":"list","method":"influencerLivestreams","path":"/v1/tiktok/influencer/livestreams/analytics","title":"Lives of a creator","summary":"List the lives of a creator, the latest first, with their reach and their sales.","rowId":"room_id","columns":["room_id","title","create_time","total_sale_cnt","total_sale_gmv_amt","currency","total_views_cnt"],"parameters":[{"name":"user_id","required":false,"kind":"id","use":"key","description":"ID of the creator. Give this or `unique_id`."},{"name":"unique_id","required":false,"kind":"handle","use":"key","description":"Handle of the creator, with or without @. Give this or `user_id`."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"cover_url","kind":"text"},{"name":"create_time","kind":"count"},{"name":"duration","kind":"count"},{"name":"finish_time","kind":"count"},{"name":"nick_name","kind":"text"},{"name":"region","kind":"code"},{"name":"room_id","kind":"id"},{"name":"title","kind":"text"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_followers_cnt","kind":"count"},{"name":"total_joins_cnt","kind":"count"},{"name":"total_product_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"max_views_cnt","kind":"count"},{"name":"currency","kind":"code"}]},
  {"id":"shop-list","kind":"list","method":"shopList","path":"/v1/tiktok/shop/list/analytics","title":"Shop list","summary":"Filter and sort the shops of a market by sales, GMV, price, category and trend.","rowId":"seller_id","columns":["seller_id","seller_name","total_sale_30d_cnt","total_sale_gmv_30d_amt","currency","total_sale_cnt","total_product_cnt","rating"],"parameters":[{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"category_id","required":false,"kind":"id","use":"filter","description":"Only shops with this first-level category."},{"name":"category_l2_id","required":false,"kind":"id","use":"filter","description":"Only shops with this second-level category."},{"name":"category_l3_id","required":false,"kind":"id","use":"filter","description":"Only shops with this third-level category."},{"name":"from_flag","required":false,"kind":"choice","use":"filter","description":"Only local or only cross-border shops. 0 = unknown, 1 = local, 2 = cross-border.","choices":[{"value":0,"label":"unknown"},{"value":1,"label":"local"},{"value":2,"label":"cross-border"}]},{"name":"sales_flag","required":false,"kind":"choice","use":"filter","description":"Only shops with this main sales channel. 0 = neither, 1 = video, 2 = live.","choices":[{"value":0,"label":"neither"},{"value":1,"label":"video"},{"value":2,"label":"live"}]},{"name":"sales_trend_flag","required":false,"kind":"choice","use":"filter","description":"Only shops with this sales trend: units of the last 7 days compared with the 7 days before. Up and down mean a change of more than 10 %. 0 = stable, 1 = up, 2 = down.","choices":[{"value":0,"label":"stable"},{"value":1,"label":"up"},{"value":2,"label":"down"}]},{"name":"seller_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price.","choices":[{"value":1,"label":"total_sale_cnt"},{"value":2,"label":"total_sale_gmv_amt"},{"value":3,"label":"spu_avg_price"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_l2_id","kind":"id"},{"name":"category_l3_id","kind":"id"},{"name":"cover_url","kind":"text"},{"name":"first_crawl_dt","kind":"day"},{"name":"from_flag","kind":"flag"},{"name":"most_product_category_list","kind":"json"},{"name":"product_category_list","kind":"json"},{"name":"rating","kind":"rating"},{"name":"region","kind":"code"},{"name":"sales_flag","kind":"flag"},{"name":"sales_trend_flag","kind":"flag"},{"name":"seller_id","kind":"id"},{"name":"seller_link","kind":"text"},{"name":"seller_name","kind":"text"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_crawl_product_cnt","kind":"count"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_product_cnt","kind":"count"},{"name":"total_sale_1d_cnt","kind":"count"},{"name":"total_sale_30d_cnt","kind":"count"},{"name":"total_sale_7d_cnt","kind":"count"},{"name":"total_sale_90d_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_1d_amt","kind":"amount"},{"name":"total_sale_gmv_30d_amt","kind":"amount"},{"name":"total_sale_gmv_7d_amt","kind":"amount"},{"name":"total_sale_gmv_90d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"total_video_ifl_cnt","kind":"count"},{"name":"total_live_ifl_cnt","kind":"count"},{"name":"currency","kind":"code"}]},
  {"id":"shop-products","kind":"list","method":"shopProducts","path":"/v1/tiktok/shop/products/analytics","title":"Products of a shop","summary":"List the products of a shop, with the fields of the product list.","rowId":"product_id","columns":["product_id","product_name","total_sale_30d_cnt","total_sale_gmv_30d_amt","currency","spu_avg_price","total_sale_cnt","total_ifl_cnt"],"parameters":[{"name":"seller_id","required":true,"kind":"id","use":"key","description":"ID of the shop."},{"name":"seller_product_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_sale_gmv_amt, 3 = spu_avg_price, 4 = total_sale_7d_cnt, 5 = total_sale_gmv_7d_amt.","choices":[{"value":1,"label":"total_sale_cnt"},{"value":2,"label":"total_sale_gmv_amt"},{"value":3,"label":"spu_avg_price"},{"value":4,"label":"total_sale_7d_cnt"},{"value":5,"label":"total_sale_gmv_7d_amt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_l2_id","kind":"id"},{"name":"category_l3_id","kind":"id"},{"name":"cover_url","kind":"json"},{"name":"desc_detail","kind":"json"},{"name":"discount","kind":"text"},{"name":"first_crawl_dt","kind":"day"},{"name":"free_shipping","kind":"flag"},{"name":"is_s_shop","kind":"flag"},{"name":"max_price","kind":"amount"},{"name":"min_price","kind":"amount"},{"name":"off_mark","kind":"count"},{"name":"product_commission_rate","kind":"rate"},{"name":"product_id","kind":"id"},{"name":"product_name","kind":"text"},{"name":"product_rating","kind":"rating"},{"name":"region","kind":"code"},{"name":"review_count","kind":"count"},{"name":"sale_props","kind":"json"},{"name":"sales_flag","kind":"flag"},{"name":"sales_trend_flag","kind":"flag"},{"name":"seller_id","kind":"id"},{"name":"skus","kind":"json"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_ifl_live_15d_cnt","kind":"count"},{"name":"total_ifl_live_1d_cnt","kind":"count"},{"name":"total_ifl_live_30d_cnt","kind":"count"},{"name":"total_ifl_live_60d_cnt","kind":"count"},{"name":"total_ifl_live_7d_cnt","kind":"count"},{"name":"total_ifl_live_90d_cnt","kind":"count"},{"name":"total_ifl_video_15d_cnt","kind":"count"},{"name":"total_ifl_video_1d_cnt","kind":"count"},{"name":"total_ifl_video_30d_cnt","kind":"count"},{"name":"total_ifl_video_60d_cnt","kind":"count"},{"name":"total_ifl_video_7d_cnt","kind":"count"},{"name":"total_ifl_video_90d_cnt","kind":"count"},{"name":"total_live_15d_cnt","kind":"count"},{"name":"total_live_1d_cnt","kind":"count"},{"name":"total_live_30d_cnt","kind":"count"},{"name":"total_live_60d_cnt","kind":"count"},{"name":"total_live_7d_cnt","kind":"count"},{"name":"total_live_90d_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_sale_15d_cnt","kind":"count"},{"name":"total_live_sale_1d_cnt","kind":"count"},{"name":"total_live_sale_30d_cnt","kind":"count"},{"name":"total_live_sale_60d_cnt","kind":"count"},{"name":"total_live_sale_7d_cnt","kind":"count"},{"name":"total_live_sale_90d_cnt","kind":"count"},{"name":"total_live_sale_cnt","kind":"count"},{"name":"total_live_sale_gmv_15d_amt","kind":"amount"},{"name":"total_live_sale_gmv_1d_amt","kind":"amount"},{"name":"total_live_sale_gmv_30d_amt","kind":"amount"},{"name":"total_live_sale_gmv_60d_amt","kind":"amount"},{"name":"total_live_sale_gmv_7d_amt","kind":"amount"},{"name":"total_live_sale_gmv_90d_amt","kind":"amount"},{"name":"total_live_sale_gmv_amt","kind":"amount"},{"name":"total_sale_15d_cnt","kind":"count"},{"name":"total_sale_1d_cnt","kind":"count"},{"name":"total_sale_30d_cnt","kind":"count"},{"name":"total_sale_60d_cnt","kind":"count"},{"name":"total_sale_7d_cnt","kind":"count"},{"name":"total_sale_90d_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_15d_amt","kind":"amount"},{"name":"total_sale_gmv_1d_amt","kind":"amount"},{"name":"total_sale_gmv_30d_amt","kind":"amount"},{"name":"total_sale_gmv_60d_amt","kind":"amount"},{"name":"total_sale_gmv_7d_amt","kind":"amount"},{"name":"total_sale_gmv_90d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_15d_cnt","kind":"count"},{"name":"total_video_1d_cnt","kind":"count"},{"name":"total_video_30d_cnt","kind":"count"},{"name":"total_video_60d_cnt","kind":"count"},{"name":"total_video_7d_cnt","kind":"count"},{"name":"total_video_90d_cnt","kind":"count"},{"name":"total_video_cnt","kind":"count"},{"name":"total_video_sale_15d_cnt","kind":"count"},{"name":"total_video_sale_1d_cnt","kind":"count"},{"name":"total_video_sale_30d_cnt","kind":"count"},{"name":"total_video_sale_60d_cnt","kind":"count"},{"name":"total_video_sale_7d_cnt","kind":"count"},{"name":"total_video_sale_90d_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_15d_amt","kind":"amount"},{"name":"total_video_sale_gmv_1d_amt","kind":"amount"},{"name":"total_video_sale_gmv_30d_amt","kind":"amount"},{"name":"total_video_sale_gmv_60d_amt","kind":"amount"},{"name":"total_video_sale_gmv_7d_amt","kind":"amount"},{"name":"total_video_sale_gmv_90d_amt","kind":"amount"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_15d_cnt","kind":"count"},{"name":"total_views_1d_cnt","kind":"count"},{"name":"total_views_30d_cnt","kind":"count"},{"name":"total_views_60d_cnt","kind":"count"},{"name":"total_views_7d_cnt","kind":"count"},{"name":"total_views_90d_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"from_flag","kind":"flag"},{"name":"is_hot","kind":"flag"},{"name":"shop_type","kind":"flag"},{"name":"specification","kind":"json"},{"name":"category_name","kind":"text"},{"name":"currency","kind":"code"}]},
  {"id":"shop-creators","kind":"list","method":"shopCreators","path":"/v1/tiktok/shop/creators/analytics","title":"Creators of a shop","summary":"List the creators who promote products of a shop, with their audience and their sales for it.","rowId":"user_id","columns":["user_id","unique_id","nick_name","total_sale_cnt","total_sale_gmv_amt","currency","total_followers_cnt"],"parameters":[{"name":"seller_id","required":true,"kind":"id","use":"key","description":"ID of the shop."},{"name":"seller_influencer_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_followers_cnt, 2 = total_sale_cnt, 3 = total_sale_gmv_amt.","choices":[{"value":1,"label":"total_followers_cnt"},{"value":2,"label":"total_sale_cnt"},{"value":3,"label":"total_sale_gmv_amt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"avatar","kind":"text"},{"name":"nick_name","kind":"text"},{"name":"region","kind":"code"},{"name":"seller_id","kind":"id"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_followers_cnt","kind":"count"},{"name":"total_following_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"unique_id","kind":"text"},{"name":"user_id","kind":"id"},{"name":"currency","kind":"code"}]},
  {"id":"shop-videos","kind":"list","method":"shopVideos","path":"/v1/tiktok/shop/videos/analytics","title":"Videos of a shop","summary":"List the videos that promote products of a shop, with their reach and their sales for it.","rowId":"video_id","columns":["video_id","unique_id","video_desc","total_video_sale_cnt","total_video_sale_gmv_amt","currency","total_views_cnt"],"parameters":[{"name":"seller_id","required":true,"kind":"id","use":"key","description":"ID of the shop."},{"name":"seller_video_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_video_sale_cnt, 3 = total_video_sale_gmv_amt.","choices":[{"value":1,"label":"total_views_cnt"},{"value":2,"label":"total_video_sale_cnt"},{"value":3,"label":"total_video_sale_gmv_amt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"avatar","kind":"text"},{"name":"create_time","kind":"digits"},{"name":"nick_name","kind":"text"},{"name":"reflow_cover","kind":"text"},{"name":"region","kind":"code"},{"name":"seller_id","kind":"id"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"video_desc","kind":"text"},{"name":"video_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}],"onRequest":[{"name":"total_video_sale_cnt_low","kind":"count"},{"name":"total_video_sale_cnt_high","kind":"count"},{"name":"total_video_sale_cnt_basis","kind":"code"},{"name":"total_video_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"shop-livestreams","kind":"list","method":"shopLivestreams","path":"/v1/tiktok/shop/livestreams/analytics","title":"Lives of a shop","summary":"List the lives that promote products of a shop, with their reach and their sales for it.","rowId":"room_id","columns":["room_id","unique_id","title","total_sale_cnt","total_sale_gmv_amt","currency","total_views_cnt"],"parameters":[{"name":"seller_id","required":true,"kind":"id","use":"key","description":"ID of the shop."},{"name":"seller_live_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_sale_cnt, 3 = total_sale_gmv_amt.","choices":[{"value":1,"label":"total_views_cnt"},{"value":2,"label":"total_sale_cnt"},{"value":3,"label":"total_sale_gmv_amt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"avatar","kind":"text"},{"name":"cover_url","kind":"text"},{"name":"create_time","kind":"count"},{"name":"duration","kind":"count"},{"name":"finish_time","kind":"count"},{"name":"max_views_cnt","kind":"count"},{"name":"nick_name","kind":"text"},{"name":"region","kind":"code"},{"name":"room_id","kind":"id"},{"name":"seller_id","kind":"id"},{"name":"title","kind":"text"},{"name":"total_joins_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}]},
  {"id":"video-products","kind":"list","method":"videoProducts","path":"/v1/tiktok/video/products/analytics","title":"Products of videos","summary":"List the products that videos promote, with the sales of each through the video.","rowId":"product_id","columns":["video_id","product_id","total_video_sale_cnt","total_video_sale_gmv_amt","currency","total_views_cnt"],"parameters":[{"name":"video_ids","required":true,"kind":"ids","use":"key","description":"1 to 10 IDs, separated by commas. The rows of each come in this order; unknown IDs have none."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"create_time","kind":"digits"},{"name":"data_size","kind":"digits"},{"name":"duration","kind":"count"},{"name":"hash_tag","kind":"text"},{"name":"height","kind":"digits"},{"name":"play_addr","kind":"text"},{"name":"product_id","kind":"id"},{"name":"ratio","kind":"text"},{"name":"reflow_cover","kind":"text"},{"name":"region","kind":"code"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_favorites_cnt","kind":"count"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"video_desc","kind":"text"},{"name":"video_id","kind":"id"},{"name":"width","kind":"digits"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}],"onRequest":[{"name":"total_video_sale_cnt_low","kind":"count"},{"name":"total_video_sale_cnt_high","kind":"count"},{"name":"total_video_sale_cnt_basis","kind":"code"},{"name":"total_video_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"video-list","kind":"list","method":"videoList","path":"/v1/tiktok/video/list/analytics","title":"Video list","summary":"Filter and sort the videos of a market by views, likes, length, product and more.","rowId":"video_id","columns":["video_id","unique_id","video_desc","total_views_cnt","total_digg_cnt","total_video_sale_cnt","total_video_sale_gmv_amt","currency"],"parameters":[{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"user_id","required":false,"kind":"id","use":"filter","description":"Only videos of this creator."},{"name":"sales_flag","required":false,"kind":"choice","use":"filter","description":"Filter by whether the video promotes a product. 0 = none, 1 = promotes a product.","choices":[{"value":0,"label":"none"},{"value":1,"label":"promotes a product"}]},{"name":"created_by_ai","required":false,"kind":"name","use":"filter","description":"Filter by whether the video was made with AI."},{"name":"is_ad","required":false,"kind":"choice","use":"filter","description":"Filter by whether the video is a paid advertisement. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]},{"name":"product_id","required":false,"kind":"id","use":"filter","description":"Only videos that promote this product."},{"name":"product_category_id","required":false,"kind":"id","use":"filter","description":"Only videos that promote a product of this category, of any level."},{"name":"min_create_time","required":false,"kind":"count","use":"filter","description":"Minimum posting time in epoch seconds; a video with an unknown time counts as 0."},{"name":"max_create_time","required":false,"kind":"count","use":"filter","description":"Maximum posting time in epoch seconds; a video with an unknown time counts as 0."},{"name":"min_duration","required":false,"kind":"count","use":"filter","description":"Minimum length in seconds."},{"name":"max_duration","required":false,"kind":"count","use":"filter","description":"Maximum length in seconds."},{"name":"min_total_views_cnt","required":false,"kind":"count","use":"filter","description":"Minimum number of views."},{"name":"max_total_views_cnt","required":false,"kind":"count","use":"filter","description":"Maximum number of views."},{"name":"video_sort_field","required":false,"kind":"choice","use":"sortField","description":"Field to sort by. Ties are sorted by row ID in ascending order. 1 = total_digg_cnt, 2 = create_time, 3 = total_views_cnt.","choices":[{"value":1,"label":"total_digg_cnt"},{"value":2,"label":"create_time"},{"value":3,"label":"total_views_cnt"}]},{"name":"sort_type","required":false,"kind":"choice","use":"sortType","description":"Sort direction. 0 = ascending, 1 = descending.","choices":[{"value":0,"label":"ascending"},{"value":1,"label":"descending"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"avatar","kind":"text"},{"name":"create_time","kind":"digits"},{"name":"created_by_ai","kind":"code"},{"name":"data_size","kind":"digits"},{"name":"duration","kind":"count"},{"name":"height","kind":"digits"},{"name":"is_ad","kind":"flag"},{"name":"product_category_list","kind":"json"},{"name":"ratio","kind":"text"},{"name":"reflow_cover","kind":"text"},{"name":"region","kind":"code"},{"name":"sales_flag","kind":"flag"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_1d_cnt","kind":"count"},{"name":"total_digg_30d_cnt","kind":"count"},{"name":"total_digg_7d_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_favorites_cnt","kind":"count"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_1d_cnt","kind":"count"},{"name":"total_views_30d_cnt","kind":"count"},{"name":"total_views_7d_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"unique_id","kind":"text"},{"name":"user_id","kind":"id"},{"name":"video_desc","kind":"text"},{"name":"video_id","kind":"id"},{"name":"video_products","kind":"json"},{"name":"width","kind":"digits"},{"name":"currency","kind":"code"},{"name":"nick_name","kind":"text"},{"name":"category","kind":"text"},{"name":"first_crawl_dt","kind":"day"}],"onRequest":[{"name":"total_video_sale_cnt_low","kind":"count"},{"name":"total_video_sale_cnt_high","kind":"count"},{"name":"total_video_sale_cnt_basis","kind":"code"},{"name":"total_video_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"product-detail","kind":"detail","method":"productDetail","path":"/v1/tiktok/product/detail/analytics","title":"Products by ID","summary":"Get up to ten products by their IDs, with the fields of the product list.","rowId":"product_id","columns":["product_id","product_name","total_sale_30d_cnt","total_sale_gmv_30d_amt","currency","spu_avg_price","total_sale_cnt","total_ifl_cnt"],"parameters":[{"name":"product_ids","required":true,"kind":"ids","use":"argument","description":"1 to 10 IDs, separated by commas. Rows are in this order; unknown IDs have none."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_l2_id","kind":"id"},{"name":"category_l3_id","kind":"id"},{"name":"cover_url","kind":"json"},{"name":"desc_detail","kind":"json"},{"name":"discount","kind":"text"},{"name":"first_crawl_dt","kind":"day"},{"name":"free_shipping","kind":"flag"},{"name":"is_s_shop","kind":"flag"},{"name":"max_price","kind":"amount"},{"name":"min_price","kind":"amount"},{"name":"off_mark","kind":"count"},{"name":"product_commission_rate","kind":"rate"},{"name":"product_id","kind":"id"},{"name":"product_name","kind":"text"},{"name":"product_rating","kind":"rating"},{"name":"region","kind":"code"},{"name":"review_count","kind":"count"},{"name":"sale_props","kind":"json"},{"name":"sales_flag","kind":"flag"},{"name":"sales_trend_flag","kind":"flag"},{"name":"seller_id","kind":"id"},{"name":"skus","kind":"json"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_ifl_live_15d_cnt","kind":"count"},{"name":"total_ifl_live_1d_cnt","kind":"count"},{"name":"total_ifl_live_30d_cnt","kind":"count"},{"name":"total_ifl_live_60d_cnt","kind":"count"},{"name":"total_ifl_live_7d_cnt","kind":"count"},{"name":"total_ifl_live_90d_cnt","kind":"count"},{"name":"total_ifl_video_15d_cnt","kind":"count"},{"name":"total_ifl_video_1d_cnt","kind":"count"},{"name":"total_ifl_video_30d_cnt","kind":"count"},{"name":"total_ifl_video_60d_cnt","kind":"count"},{"name":"total_ifl_video_7d_cnt","kind":"count"},{"name":"total_ifl_video_90d_cnt","kind":"count"},{"name":"total_live_15d_cnt","kind":"count"},{"name":"total_live_1d_cnt","kind":"count"},{"name":"total_live_30d_cnt","kind":"count"},{"name":"total_live_60d_cnt","kind":"count"},{"name":"total_live_7d_cnt","kind":"count"},{"name":"total_live_90d_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_sale_15d_cnt","kind":"count"},{"name":"total_live_sale_1d_cnt","kind":"count"},{"name":"total_live_sale_30d_cnt","kind":"count"},{"name":"total_live_sale_60d_cnt","kind":"count"},{"name":"total_live_sale_7d_cnt","kind":"count"},{"name":"total_live_sale_90d_cnt","kind":"count"},{"name":"total_live_sale_cnt","kind":"count"},{"name":"total_live_sale_gmv_15d_amt","kind":"amount"},{"name":"total_live_sale_gmv_1d_amt","kind":"amount"},{"name":"total_live_sale_gmv_30d_amt","kind":"amount"},{"name":"total_live_sale_gmv_60d_amt","kind":"amount"},{"name":"total_live_sale_gmv_7d_amt","kind":"amount"},{"name":"total_live_sale_gmv_90d_amt","kind":"amount"},{"name":"total_live_sale_gmv_amt","kind":"amount"},{"name":"total_sale_15d_cnt","kind":"count"},{"name":"total_sale_1d_cnt","kind":"count"},{"name":"total_sale_30d_cnt","kind":"count"},{"name":"total_sale_60d_cnt","kind":"count"},{"name":"total_sale_7d_cnt","kind":"count"},{"name":"total_sale_90d_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_15d_amt","kind":"amount"},{"name":"total_sale_gmv_1d_amt","kind":"amount"},{"name":"total_sale_gmv_30d_amt","kind":"amount"},{"name":"total_sale_gmv_60d_amt","kind":"amount"},{"name":"total_sale_gmv_7d_amt","kind":"amount"},{"name":"total_sale_gmv_90d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_15d_cnt","kind":"count"},{"name":"total_video_1d_cnt","kind":"count"},{"name":"total_video_30d_cnt","kind":"count"},{"name":"total_video_60d_cnt","kind":"count"},{"name":"total_video_7d_cnt","kind":"count"},{"name":"total_video_90d_cnt","kind":"count"},{"name":"total_video_cnt","kind":"count"},{"name":"total_video_sale_15d_cnt","kind":"count"},{"name":"total_video_sale_1d_cnt","kind":"count"},{"name":"total_video_sale_30d_cnt","kind":"count"},{"name":"total_video_sale_60d_cnt","kind":"count"},{"name":"total_video_sale_7d_cnt","kind":"count"},{"name":"total_video_sale_90d_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_15d_amt","kind":"amount"},{"name":"total_video_sale_gmv_1d_amt","kind":"amount"},{"name":"total_video_sale_gmv_30d_amt","kind":"amount"},{"name":"total_video_sale_gmv_60d_amt","kind":"amount"},{"name":"total_video_sale_gmv_7d_amt","kind":"amount"},{"name":"total_video_sale_gmv_90d_amt","kind":"amount"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_15d_cnt","kind":"count"},{"name":"total_views_1d_cnt","kind":"count"},{"name":"total_views_30d_cnt","kind":"count"},{"name":"total_views_60d_cnt","kind":"count"},{"name":"total_views_7d_cnt","kind":"count"},{"name":"total_views_90d_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"from_flag","kind":"flag"},{"name":"is_hot","kind":"flag"},{"name":"shop_type","kind":"flag"},{"name":"specification","kind":"json"},{"name":"category_name","kind":"text"},{"name":"currency","kind":"code"}]},
  {"id":"influencer-detail","kind":"detail","method":"influencerDetail","path":"/v1/tiktok/influencer/detail/analytics","title":"Creators by ID","summary":"Get up to ten creators by their IDs or handles, with the fields of the creator list.","rowId":"user_id","columns":["user_id","unique_id","category","total_followers_cnt","total_followers_30d_cnt","total_sale_cnt","total_sale_gmv_30d_amt","currency"],"parameters":[{"name":"user_ids","required":false,"kind":"ids","use":"argument","description":"1 to 10 IDs, separated by commas. Rows are in this order; unknown IDs have none. Give this or `unique_ids`."},{"name":"unique_ids","required":false,"kind":"handles","use":"argument","description":"1 to 10 handles, with or without @, separated by commas. Rows are in this order, after those of IDs; unknown handles have none. Give this or `user_ids`."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"avatar","kind":"text"},{"name":"avg_30d_price","kind":"amount"},{"name":"category","kind":"text"},{"name":"contact_email","kind":"text"},{"name":"ec_score","kind":"rating"},{"name":"first_crawl_dt","kind":"day"},{"name":"gender","kind":"text"},{"name":"influencer_video_duration_level","kind":"json"},{"name":"influencer_video_publish_hour","kind":"json"},{"name":"influencer_video_publish_week","kind":"json"},{"name":"interaction_rate","kind":"rate"},{"name":"language","kind":"text"},{"name":"most_category_product","kind":"json"},{"name":"most_views_video","kind":"id"},{"name":"nick_name","kind":"text"},{"name":"off_mark","kind":"flag"},{"name":"per_video_product_views_avg_7d_cnt","kind":"count"},{"name":"region","kind":"code"},{"name":"sales_flag","kind":"flag"},{"name":"seller_id","kind":"id"},{"name":"show_case_flag","kind":"flag"},{"name":"signature","kind":"text"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_1d_cnt","kind":"count"},{"name":"total_digg_30d_cnt","kind":"count"},{"name":"total_digg_7d_cnt","kind":"count"},{"name":"total_digg_90d_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_followers_1d_cnt","kind":"count"},{"name":"total_followers_30d_cnt","kind":"count"},{"name":"total_followers_7d_cnt","kind":"count"},{"name":"total_followers_90d_cnt","kind":"count"},{"name":"total_followers_cnt","kind":"count"},{"name":"total_following_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_sale_gmv_30d_amt","kind":"amount"},{"name":"total_post_video_cnt","kind":"count"},{"name":"total_product_30d_cnt","kind":"count"},{"name":"total_product_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_30d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_product_30d_cnt","kind":"count"},{"name":"total_video_sale_30d_cnt","kind":"count"},{"name":"total_video_sale_gmv_30d_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"unique_id","kind":"text"},{"name":"user_id","kind":"id"},{"name":"total_likes_cnt","kind":"count"},{"name":"per_video_product_views_avg_30d_cnt","kind":"count"},{"name":"per_views_avg_30d_cnt","kind":"count"},{"name":"product_category_list","kind":"text"},{"name":"most_category_id","kind":"id"},{"name":"most_category_l2_id","kind":"id"},{"name":"most_category_l3_id","kind":"id"},{"name":"per_views_avg_cnt","kind":"count"},{"name":"per_video_product_views_avg_cnt","kind":"count"},{"name":"total_views_7d_cnt","kind":"count"},{"name":"currency","kind":"code"}],"onRequest":[{"name":"total_sale_cnt_low","kind":"count"},{"name":"total_sale_cnt_high","kind":"count"},{"name":"total_sale_cnt_basis","kind":"code"},{"name":"total_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"shop-detail","kind":"detail","method":"shopDetail","path":"/v1/tiktok/shop/detail/analytics","title":"Shop by ID","summary":"Get a shop by its ID, with the fields of the shop list.","rowId":"seller_id","columns":["seller_id","seller_name","total_sale_30d_cnt","total_sale_gmv_30d_amt","currency","total_sale_cnt","total_product_cnt","rating"],"parameters":[{"name":"seller_id","required":true,"kind":"id","use":"argument","description":"ID of the row; an unknown ID has none."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_l2_id","kind":"id"},{"name":"category_l3_id","kind":"id"},{"name":"cover_url","kind":"text"},{"name":"first_crawl_dt","kind":"day"},{"name":"from_flag","kind":"flag"},{"name":"most_product_category_list","kind":"json"},{"name":"product_category_list","kind":"json"},{"name":"rating","kind":"rating"},{"name":"region","kind":"code"},{"name":"sales_flag","kind":"flag"},{"name":"sales_trend_flag","kind":"flag"},{"name":"seller_id","kind":"id"},{"name":"seller_link","kind":"text"},{"name":"seller_name","kind":"text"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_crawl_product_cnt","kind":"count"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_product_cnt","kind":"count"},{"name":"total_sale_1d_cnt","kind":"count"},{"name":"total_sale_30d_cnt","kind":"count"},{"name":"total_sale_7d_cnt","kind":"count"},{"name":"total_sale_90d_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_1d_amt","kind":"amount"},{"name":"total_sale_gmv_30d_amt","kind":"amount"},{"name":"total_sale_gmv_7d_amt","kind":"amount"},{"name":"total_sale_gmv_90d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"total_video_ifl_cnt","kind":"count"},{"name":"total_live_ifl_cnt","kind":"count"},{"name":"currency","kind":"code"}]},
  {"id":"video-detail","kind":"detail","method":"videoDetail","path":"/v1/tiktok/video/detail/analytics","title":"Videos by ID","summary":"Get up to ten videos by their IDs, with the fields of the video list.","rowId":"video_id","columns":["video_id","unique_id","video_desc","total_views_cnt","total_digg_cnt","total_video_sale_cnt","total_video_sale_gmv_amt","currency"],"parameters":[{"name":"video_ids","required":true,"kind":"ids","use":"argument","description":"1 to 10 IDs, separated by commas. Rows are in this order; unknown IDs have none."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out. Those that say how sure an estimate is come only when they are named, or with `sure`."},{"name":"sure","required":false,"kind":"choice","use":"sure","description":"Whether rows also say how sure their estimates are: an interval of 80 %, and what it is based on. 0 = no, 1 = yes.","choices":[{"value":0,"label":"no"},{"value":1,"label":"yes"}]}],"row":[{"name":"avatar","kind":"text"},{"name":"create_time","kind":"digits"},{"name":"created_by_ai","kind":"code"},{"name":"data_size","kind":"digits"},{"name":"duration","kind":"count"},{"name":"height","kind":"digits"},{"name":"is_ad","kind":"flag"},{"name":"product_category_list","kind":"json"},{"name":"ratio","kind":"text"},{"name":"reflow_cover","kind":"text"},{"name":"region","kind":"code"},{"name":"sales_flag","kind":"flag"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_1d_cnt","kind":"count"},{"name":"total_digg_30d_cnt","kind":"count"},{"name":"total_digg_7d_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_favorites_cnt","kind":"count"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_1d_cnt","kind":"count"},{"name":"total_views_30d_cnt","kind":"count"},{"name":"total_views_7d_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"unique_id","kind":"text"},{"name":"user_id","kind":"id"},{"name":"video_desc","kind":"text"},{"name":"video_id","kind":"id"},{"name":"video_products","kind":"json"},{"name":"width","kind":"digits"},{"name":"currency","kind":"code"},{"name":"nick_name","kind":"text"},{"name":"category","kind":"text"},{"name":"first_crawl_dt","kind":"day"}],"onRequest":[{"name":"total_video_sale_cnt_low","kind":"count"},{"name":"total_video_sale_cnt_high","kind":"count"},{"name":"total_video_sale_cnt_basis","kind":"code"},{"name":"total_video_sale_cnt_known_rate","kind":"rate"}]},
  {"id":"product-trends","kind":"trend","method":"productTrends","path":"/v1/tiktok/product/trends/analytics","title":"Product trends","summary":"Get the units, GMV, price and promotion of a product day by day.","rowId":"dt","columns":["dt","product_id","total_sale_1d_cnt","total_sale_gmv_1d_amt","currency","spu_avg_price"],"parameters":[{"name":"product_id","required":true,"kind":"id","use":"key","description":"ID, as in the product list."},{"name":"start_date","required":true,"kind":"date","use":"filter","description":"First day (UTC)."},{"name":"end_date","required":true,"kind":"date","use":"filter","description":"Last day (UTC); at most 180 days in all."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"export":{"summary":"Get the days of all products of a region.","parameters":[{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"start_date","required":true,"kind":"date","use":"filter","description":"First day (UTC)."},{"name":"end_date","required":true,"kind":"date","use":"filter","description":"Last day (UTC); at most 180 days in all."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}]},"row":[{"name":"dt","kind":"date"},{"name":"product_id","kind":"id"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_sale_1d_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_1d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_cnt","kind":"count"},{"name":"currency","kind":"code"}]},
  {"id":"influencer-trends","kind":"trend","method":"influencerTrends","path":"/v1/tiktok/influencer/trends/analytics","title":"Creator trends","summary":"Get the followers, likes, views, videos and sales of a creator day by day.","rowId":"dt","columns":["dt","user_id","total_followers_cnt","total_followers_1d_cnt","total_sale_1d_cnt","total_sale_gmv_1d_amt","currency"],"parameters":[{"name":"user_id","required":true,"kind":"id","use":"key","description":"ID, as in the creator list."},{"name":"start_date","required":true,"kind":"date","use":"filter","description":"First day (UTC)."},{"name":"end_date","required":true,"kind":"date","use":"filter","description":"Last day (UTC); at most 180 days in all."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"export":{"summary":"Get the days of all creators of a region.","parameters":[{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"start_date","required":true,"kind":"date","use":"filter","description":"First day (UTC)."},{"name":"end_date","required":true,"kind":"date","use":"filter","description":"Last day (UTC); at most 180 days in all."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}]},"row":[{"name":"dt","kind":"date"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_1d_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_followers_1d_cnt","kind":"count"},{"name":"total_followers_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_post_video_cnt","kind":"count"},{"name":"total_sale_1d_cnt","kind":"count"},{"name":"total_sale_gmv_1d_amt","kind":"amount"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_views_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"total_product_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"currency","kind":"code"}]},
  {"id":"video-trends","kind":"trend","method":"videoTrends","path":"/v1/tiktok/video/trends/analytics","title":"Video trends","summary":"Get the views, likes, comments, shares and sales of a video day by day.","rowId":"dt","columns":["dt","video_id","total_views_cnt","total_digg_cnt","total_video_sale_cnt","total_video_sale_gmv_amt"],"parameters":[{"name":"video_id","required":true,"kind":"id","use":"key","description":"ID, as in the video list."},{"name":"start_date","required":true,"kind":"date","use":"filter","description":"First day (UTC)."},{"name":"end_date","required":true,"kind":"date","use":"filter","description":"Last day (UTC); at most 180 days in all."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"export":{"summary":"Get the days of all videos of a region.","parameters":[{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"start_date","required":true,"kind":"date","use":"filter","description":"First day (UTC)."},{"name":"end_date","required":true,"kind":"date","use":"filter","description":"Last day (UTC); at most 180 days in all."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}]},"row":[{"name":"dt","kind":"date"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_favorites_cnt","kind":"count"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"video_id","kind":"id"},{"name":"currency","kind":"code"}]},
  {"id":"shop-trends","kind":"trend","method":"shopTrends","path":"/v1/tiktok/shop/trends/analytics","title":"Shop trends","summary":"Get the units, GMV, products and promotion of a shop day by day.","rowId":"dt","columns":["dt","seller_id","total_sale_1d_cnt","total_sale_gmv_1d_amt","currency","total_product_cnt"],"parameters":[{"name":"seller_id","required":true,"kind":"id","use":"key","description":"ID, as in the shop list."},{"name":"start_date","required":true,"kind":"date","use":"filter","description":"First day (UTC)."},{"name":"end_date","required":true,"kind":"date","use":"filter","description":"Last day (UTC); at most 180 days in all."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"export":{"summary":"Get the days of all shops of a region.","parameters":[{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"start_date","required":true,"kind":"date","use":"filter","description":"First day (UTC)."},{"name":"end_date","required":true,"kind":"date","use":"filter","description":"Last day (UTC); at most 180 days in all."},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}]},"row":[{"name":"dt","kind":"date"},{"name":"seller_id","kind":"id"},{"name":"total_crawl_product_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_ifl_cnt","kind":"count"},{"name":"total_product_cnt","kind":"count"},{"name":"total_sale_1d_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_1d_amt","kind":"amount"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_cnt","kind":"count"},{"name":"total_video_ifl_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"total_ifl_cnt","kind":"count"},{"name":"currency","kind":"code"}]},
  {"id":"product-ranking","kind":"ranking","method":"productRanking","path":"/v1/tiktok/product/ranking/analytics","title":"Product ranking","summary":"Rank the products of a market by units or new creators of a day, week or month.","rowId":"product_id","columns":["product_id","product_name","total_sale_cnt","total_sale_gmv_amt","currency","spu_avg_price","total_ifl_cnt","total_video_cnt"],"parameters":[{"name":"date","required":true,"kind":"date","use":"key","description":"First day (UTC): the day itself, the Monday of a week, or the 1st of a month. Of a period that is not over, rows have the growth so far."},{"name":"rank_type","required":true,"kind":"choice","use":"key","description":"Length of the period. 1 = day, 2 = week, 3 = month.","choices":[{"value":1,"label":"day"},{"value":2,"label":"week"},{"value":3,"label":"month"}]},{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"category_id","required":false,"kind":"id","use":"filter","description":"Only products of this first-level category."},{"name":"category_l2_id","required":false,"kind":"id","use":"filter","description":"Only products of this second-level category."},{"name":"category_l3_id","required":false,"kind":"id","use":"filter","description":"Only products of this third-level category."},{"name":"from_flag","required":false,"kind":"choice","use":"filter","description":"Only products sold from here. 0 = unknown, 1 = local, 2 = cross-border.","choices":[{"value":0,"label":"unknown"},{"value":1,"label":"local"},{"value":2,"label":"cross-border"}]},{"name":"product_rank_field","required":true,"kind":"choice","use":"sortField","description":"Field to rank by, the largest first. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_ifl_cnt.","choices":[{"value":1,"label":"total_sale_cnt"},{"value":2,"label":"total_ifl_cnt"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_l2_id","kind":"id"},{"name":"category_l3_id","kind":"id"},{"name":"max_price","kind":"amount"},{"name":"min_price","kind":"amount"},{"name":"product_commission_rate","kind":"rate"},{"name":"product_id","kind":"id"},{"name":"product_name","kind":"text"},{"name":"region","kind":"code"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_cnt","kind":"count"},{"name":"from_flag","kind":"flag"},{"name":"currency","kind":"code"}]},
  {"id":"influencer-ranking","kind":"ranking","method":"influencerRanking","path":"/v1/tiktok/influencer/ranking/analytics","title":"Creator ranking","summary":"Rank the creators of a market by followers won or units sold on a day, in a week or in a month.","rowId":"user_id","columns":["user_id","unique_id","total_followers_cnt","total_followers_history_cnt","total_sale_cnt","total_sale_gmv_amt","currency"],"parameters":[{"name":"date","required":true,"kind":"date","use":"key","description":"First day (UTC): the day itself, the Monday of a week, or the 1st of a month. Of a period that is not over, rows have the growth so far."},{"name":"rank_type","required":true,"kind":"choice","use":"key","description":"Length of the period. 1 = day, 2 = week, 3 = month.","choices":[{"value":1,"label":"day"},{"value":2,"label":"week"},{"value":3,"label":"month"}]},{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"product_category_id","required":false,"kind":"id","use":"filter","description":"Only creators who promote a product of this category, of any level."},{"name":"influencer_category_name","required":false,"kind":"name","use":"filter","description":"Only creators of this content category."},{"name":"influencer_rank_field","required":true,"kind":"choice","use":"sortField","description":"Field to rank by, the largest first. Ties are sorted by row ID in ascending order. 1 = total_followers_cnt, 2 = total_sale_cnt.","choices":[{"value":1,"label":"total_followers_cnt"},{"value":2,"label":"total_sale_cnt"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"avatar","kind":"text"},{"name":"category","kind":"text"},{"name":"ec_score","kind":"rating"},{"name":"most_category_id","kind":"id"},{"name":"most_category_l2_id","kind":"id"},{"name":"most_category_l3_id","kind":"id"},{"name":"nick_name","kind":"text"},{"name":"product_category_list","kind":"text"},{"name":"region","kind":"code"},{"name":"sales_flag","kind":"flag"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_digg_history_cnt","kind":"count"},{"name":"total_followers_cnt","kind":"count"},{"name":"total_followers_history_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_history_cnt","kind":"count"},{"name":"total_post_video_cnt","kind":"count"},{"name":"total_post_video_history_cnt","kind":"count"},{"name":"total_product_cnt","kind":"count"},{"name":"total_product_history_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_sale_gmv_history_amt","kind":"amount"},{"name":"total_sale_history_cnt","kind":"count"},{"name":"unique_id","kind":"text"},{"name":"user_id","kind":"id"},{"name":"currency","kind":"code"}]},
  {"id":"shop-ranking","kind":"ranking","method":"shopRanking","path":"/v1/tiktok/shop/ranking/analytics","title":"Shop ranking","summary":"Rank the shops of a market by units or new creators of a day, week or month.","rowId":"seller_id","columns":["seller_id","seller_name","total_sale_cnt","total_sale_gmv_amt","currency","total_ifl_cnt","total_video_cnt","rating"],"parameters":[{"name":"date","required":true,"kind":"date","use":"key","description":"First day (UTC): the day itself, the Monday of a week, or the 1st of a month. Of a period that is not over, rows have the growth so far."},{"name":"rank_type","required":true,"kind":"choice","use":"key","description":"Length of the period. 1 = day, 2 = week, 3 = month.","choices":[{"value":1,"label":"day"},{"value":2,"label":"week"},{"value":3,"label":"month"}]},{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"category_id","required":false,"kind":"id","use":"filter","description":"Only shops with this first-level category."},{"name":"category_l2_id","required":false,"kind":"id","use":"filter","description":"Only shops with this second-level category."},{"name":"category_l3_id","required":false,"kind":"id","use":"filter","description":"Only shops with this third-level category."},{"name":"from_flag","required":false,"kind":"choice","use":"filter","description":"Only local or only cross-border shops. 0 = unknown, 1 = local, 2 = cross-border.","choices":[{"value":0,"label":"unknown"},{"value":1,"label":"local"},{"value":2,"label":"cross-border"}]},{"name":"seller_rank_field","required":true,"kind":"choice","use":"sortField","description":"Field to rank by, the largest first. Ties are sorted by row ID in ascending order. 1 = total_sale_cnt, 2 = total_ifl_cnt.","choices":[{"value":1,"label":"total_sale_cnt"},{"value":2,"label":"total_ifl_cnt"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_l2_id","kind":"id"},{"name":"category_l3_id","kind":"id"},{"name":"cover_url","kind":"text"},{"name":"from_flag","kind":"flag"},{"name":"most_product_category_list","kind":"json"},{"name":"rating","kind":"rating"},{"name":"region","kind":"code"},{"name":"seller_id","kind":"id"},{"name":"seller_name","kind":"text"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_product_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_video_cnt","kind":"count"},{"name":"user_id","kind":"id"},{"name":"unique_id","kind":"text"},{"name":"currency","kind":"code"}]},
  {"id":"video-ranking","kind":"ranking","method":"videoRanking","path":"/v1/tiktok/video/ranking/analytics","title":"Video ranking","summary":"Rank the videos of a market by views won or units sold on a day, in a week or in a month.","rowId":"video_id","columns":["video_id","unique_id","video_desc","total_views_cnt","total_digg_cnt","total_video_sale_cnt","total_video_sale_gmv_amt","currency"],"parameters":[{"name":"date","required":true,"kind":"date","use":"key","description":"First day (UTC): the day itself, the Monday of a week, or the 1st of a month. Of a period that is not over, rows have the growth so far."},{"name":"rank_type","required":true,"kind":"choice","use":"key","description":"Length of the period. 1 = day, 2 = week, 3 = month.","choices":[{"value":1,"label":"day"},{"value":2,"label":"week"},{"value":3,"label":"month"}]},{"name":"region","required":true,"kind":"region","use":"key","description":"Market code. Case-insensitive."},{"name":"product_category_id","required":false,"kind":"id","use":"filter","description":"Only videos that promote a product of this category, of any level."},{"name":"created_by_ai","required":false,"kind":"name","use":"filter","description":"Filter by whether the video was made with AI."},{"name":"video_rank_field","required":true,"kind":"choice","use":"sortField","description":"Field to rank by, the largest first. Ties are sorted by row ID in ascending order. 1 = total_views_cnt, 2 = total_video_sale_cnt.","choices":[{"value":1,"label":"total_views_cnt"},{"value":2,"label":"total_video_sale_cnt"}]},{"name":"page_num","required":true,"kind":"integer","use":"pageNum","description":"Page number, starting at 1. Pages past the last one are empty."},{"name":"page_size","required":true,"kind":"integer","use":"pageSize","description":"Rows per page."},{"name":"fields","required":false,"kind":"fields","use":"fields","description":"Only these fields of each row, separated by commas; their order stays that of the row. `all` (or `*`) asks for every field, as does leaving it out."}],"row":[{"name":"avatar","kind":"text"},{"name":"category","kind":"text"},{"name":"create_time","kind":"digits"},{"name":"created_by_ai","kind":"code"},{"name":"duration","kind":"count"},{"name":"nick_name","kind":"text"},{"name":"product_category_list","kind":"json"},{"name":"reflow_cover","kind":"text"},{"name":"region","kind":"code"},{"name":"sales_flag","kind":"flag"},{"name":"total_comments_cnt","kind":"count"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_favorites_cnt","kind":"count"},{"name":"total_shares_cnt","kind":"count"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"unique_id","kind":"text"},{"name":"user_id","kind":"id"},{"name":"video_desc","kind":"text"},{"name":"video_id","kind":"id"},{"name":"video_products","kind":"json"},{"name":"currency","kind":"code"}]},
  {"id":"search","kind":"lookup","method":"search","path":"/v1/tiktok/search/analytics","title":"Search","summary":"Find creators, products, shops, videos and lives by name, handle, caption, ID or page URL.","rowId":"user_id","columns":["user_id","unique_id","nick_name","product_id","product_name","seller_name","video_id","total_sale_cnt"],"parameters":[{"name":"sk","required":true,"kind":"phrase","use":"argument","description":"Words, an ID, a handle or the URL of a page."},{"name":"type","required":true,"kind":"choice","use":"argument","description":"What to search for. 1 = creators, 2 = products, 3 = shops, 4 = videos, 5 = lives.","choices":[{"value":1,"label":"creators"},{"value":2,"label":"products"},{"value":3,"label":"shops"},{"value":4,"label":"videos"},{"value":5,"label":"lives"}]},{"name":"size","required":true,"kind":"integer","use":"argument","description":"Maximum number of rows."},{"name":"region","required":false,"kind":"region","use":"argument","description":"Market code. Case-insensitive. Default: all markets."},{"name":"searchType","required":false,"kind":"choice","use":"argument","description":"Whether any of the words is enough, best match first, or all have to be there as they are written. 0 = any words, 1 = all words.","choices":[{"value":0,"label":"any words"},{"value":1,"label":"all words"}]},{"name":"sortType","required":false,"kind":"choice","use":"argument","description":"Order of products that have equally many of the words, descending. Other rows are always in the order of relevance. 0 = relevance, 1 = spu_avg_price, 2 = total_sale_7d_cnt, 3 = total_sale_gmv_7d_amt, 4 = total_sale_cnt, 5 = total_sale_gmv_amt, 6 = total_ifl_cnt, 7 = total_video_cnt.","choices":[{"value":0,"label":"relevance"},{"value":1,"label":"spu_avg_price"},{"value":2,"label":"total_sale_7d_cnt"},{"value":3,"label":"total_sale_gmv_7d_amt"},{"value":4,"label":"total_sale_cnt"},{"value":5,"label":"total_sale_gmv_amt"},{"value":6,"label":"total_ifl_cnt"},{"value":7,"label":"total_video_cnt"}]}],"row":[{"name":"avatar","kind":"text"},{"name":"category","kind":"text"},{"name":"contact_email","kind":"text"},{"name":"influencer_level","kind":"text"},{"name":"nick_name","kind":"text"},{"name":"region","kind":"code"},{"name":"total_digg_cnt","kind":"count"},{"name":"total_followers_cnt","kind":"count"},{"name":"total_live_cnt","kind":"count"},{"name":"total_live_views_cnt","kind":"count"},{"name":"total_post_video_cnt","kind":"count"},{"name":"total_product_cnt","kind":"count"},{"name":"total_sale_cnt","kind":"count"},{"name":"total_sale_gmv_amt","kind":"amount"},{"name":"total_views_cnt","kind":"count"},{"name":"unique_id","kind":"text"},{"name":"user_id","kind":"id"},{"name":"currency","kind":"code"},{"name":"product_id","kind":"id"},{"name":"product_name","kind":"text"},{"name":"cover_url","kind":"text"},{"name":"seller_id","kind":"id"},{"name":"spu_avg_price","kind":"amount"},{"name":"total_sale_7d_cnt","kind":"count"},{"name":"total_sale_gmv_7d_amt","kind":"amount"},{"name":"total_ifl_cnt","kind":"count"},{"name":"total_video_cnt","kind":"count"},{"name":"seller_name","kind":"text"},{"name":"rating","kind":"rating"},{"name":"video_id","kind":"id"},{"name":"video_desc","kind":"text"},{"name":"reflow_cover","kind":"text"},{"name":"total_video_sale_cnt","kind":"count"},{"name":"total_video_sale_gmv_amt","kind":"amount"},{"name":"create_time","kind":"text"},{"name":"room_id","kind":"id"},{"name":"title","kind":"text"},{"name":"max_views_cnt","kind":"count"}]},
  {"id":"category-primary","kind":"lookup","method":"categoryPrimary","path":"/v1/tiktok/category/primary/analytics","title":"Categories, level 1","summary":"List the categories of level 1, with their names in a language.","rowId":"category_id","columns":["category_id","category_name","language","parent_id"],"parameters":[{"name":"language","required":true,"kind":"name","use":"argument","description":"Language of the names."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_level","kind":"digits"},{"name":"category_name","kind":"text"},{"name":"language","kind":"text"},{"name":"parent_id","kind":"id"}]},
  {"id":"category-secondary","kind":"lookup","method":"categorySecondary","path":"/v1/tiktok/category/secondary/analytics","title":"Categories, level 2","summary":"List the categories of level 2, with their names in a language.","rowId":"category_id","columns":["category_id","category_name","language","parent_id"],"parameters":[{"name":"language","required":true,"kind":"name","use":"argument","description":"Language of the names."},{"name":"parent_id","required":false,"kind":"id","use":"argument","description":"Only categories below this one."},{"name":"category_id","required":false,"kind":"id","use":"argument","description":"Another name of `parent_id`, which counts if both are given."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_level","kind":"digits"},{"name":"category_name","kind":"text"},{"name":"language","kind":"text"},{"name":"parent_id","kind":"id"}]},
  {"id":"category-tertiary","kind":"lookup","method":"categoryTertiary","path":"/v1/tiktok/category/tertiary/analytics","title":"Categories, level 3","summary":"List the categories of level 3, with their names in a language.","rowId":"category_id","columns":["category_id","category_name","language","parent_id"],"parameters":[{"name":"language","required":true,"kind":"name","use":"argument","description":"Language of the names."},{"name":"parent_id","required":false,"kind":"id","use":"argument","description":"Only categories below this one."},{"name":"category_l2_id","required":false,"kind":"id","use":"argument","description":"Another name of `parent_id`, which counts if both are given."}],"row":[{"name":"category_id","kind":"id"},{"name":"category_level","kind":"digits"},{"name":"category_name","kind":"text"},{"name":"language","kind":"text"},{"name":"parent_id","kind":"id"}]},
  {"id":"video-download-url","kind":"lookup","method":"videoDownloadUrl","path":"/v1/tiktok/video/download-url","title":"Video download URL","summary":"Get the most recently observed playback URL of a video, and its age.","rowId":"video_id","columns":["video_id","user_id","observed_at","age_seconds","play_addr"],"parameters":[{"name":"video_id","required":true,"kind":"id","use":"argument","description":"ID of the video."}],"row":[{"name":"video_id","kind":"id"},{"name":"user_id","kind":"id"},{"name":"play_addr","kind":"text"},{"name":"observed_at","kind":"text"},{"name":"age_seconds","kind":"count"}]},
  {"id":"cover-download","kind":"lookup","method":"coverDownload","path":"/v1/tiktok/batch/cover/download","title":"Cover download","summary":"Convert image URLs that expire or block browsers into URLs on this server.","rowId":"original_url","columns":["original_url","converted_url"],"parameters":[{"name":"cover_urls","required":true,"kind":"addresses","use":"argument","description":"Comma-separated image URLs, exactly as they appear in rows."}],"row":[{"name":"original_url","kind":"text"},{"name":"converted_url","kind":"text"}]},
];

