-- What videos won and sold (in thousandths) on the few days on which they grew.
INSERT INTO {state:Identifier}.video_trend (video_id, day, currency, version, views, digg, comments, favorites, shares, units, gmv)
SELECT
    video_id, toDate('2026-10-31') - age, benchCurrency(sold_in), {version:UInt32},
    benchWonOn(benchPartOf(benchViews(video), recent), first, active, age) AS won,
    benchWonOn(benchPartOf(benchPart(video, 'likes', 0.1), recent), first, active, age),
    benchWonOn(benchPartOf(benchPart(video, 'comments', 0.01), recent), first, active, age),
    benchWonOn(benchPartOf(benchPart(video, 'saves', 0.02), recent), first, active, age),
    benchWonOn(benchPartOf(benchPart(video, 'shares', 0.01), recent), first, active, age),
    1000 * benchWonOn(benchPartOf(units, recent), first, active, age) AS sold,
    benchWonOn(benchPartOf(cents, recent), first, active, age)
FROM
(
    SELECT
        video, video_id, sold_in, units, cents, first, active, recent,
        arrayJoin(range(toUInt64(active))) AS passed, first - toInt64(passed) AS age
    FROM making.video
    WHERE recent > 0
)
WHERE won != 0 OR sold != 0;
