-- Current values of videos, as far as search has them.
INSERT INTO {state:Identifier}.video_current
    (video_id, user_id, region, total_views_cnt, total_digg_cnt, made_at, video_desc, hash_tag, reflow_cover)
SELECT
    video_id, creators.user_id, benchRegion(creators.market), benchViews(video), benchPart(video, 'likes', 0.1),
    if(benchDraw(video, 'undated') < 0.01, NULL, toInt64(benchMade(video))), benchCaption(creators.market, video), benchTags(video), benchCover(video_id)
FROM making.video AS videos
INNER JOIN (SELECT creator, user_id, market FROM making.creator) AS creators ON creators.creator = videos.creator;
