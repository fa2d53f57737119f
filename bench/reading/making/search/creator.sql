-- Current values of creators, as far as search has them.
INSERT INTO {state:Identifier}.creator_current
    (user_id, unique_id, nick_name, avatar, region, category, contact_email, total_followers_cnt, total_following_cnt, total_digg_cnt,
     total_post_video_cnt, total_live_cnt, total_views_cnt)
SELECT
    user_id, unique_id, nick_name, avatar, toString(region), category, contact_email, total_followers_cnt, total_following_cnt, total_digg_cnt,
    total_post_video_cnt, total_live_cnt, total_views_cnt
FROM serving_influencer_list
WHERE version = {version:UInt32};
