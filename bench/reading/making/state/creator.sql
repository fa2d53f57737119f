-- What creators won and sold (in thousandths) on the days on which they grew.
INSERT INTO {state:Identifier}.creator_trend
    (user_id, day, currency, version, followers, digg, views, posts, comments, shares, lives, products, units, gmv)
SELECT
    user_id, toDate('2026-10-31') - age, currency, {version:UInt32},
    benchWonOn(benchPartOf(followers, recent), first, active, age), benchWonOn(benchPartOf(digg, recent), first, active, age),
    benchWonOn(benchPartOf(views, recent), first, active, age), benchWonOn(benchPartOf(posts, recent), first, active, age),
    benchWonOn(benchPartOf(comments, recent), first, active, age), benchWonOn(benchPartOf(shares, recent), first, active, age),
    benchWonOn(benchPartOf(lives, recent), first, active, age), benchWonOn(benchPartOf(products, recent), first, active, age),
    1000 * benchWonOn(benchPartOf(units, recent), first, active, age), benchWonOn(benchPartOf(cents, recent), first, active, age)
FROM
(
    SELECT
        creators.user_id AS user_id, first, active, recent, arrayJoin(range(toUInt64(active))) AS passed, first - toInt64(passed) AS age,
        benchTail(creator, 'followers', 30000000) AS followers, benchTail(creator, 'likes', 300000000) AS digg,
        benchTail(creator, 'creator views', 1000000000) AS views, benchTail(creator, 'posts', 20000) AS posts,
        benchTail(creator, 'creator comments', 2000000) AS comments, benchTail(creator, 'creator shares', 1000000) AS shares,
        benchTail(creator, 'lives', 3000) AS lives, total.products AS products,
        total.video_units + total.live_units AS units, total.video_cents + total.live_cents AS cents,
        benchCurrency(if(total.sold_in = 0, market, total.sold_in)) AS currency
    FROM making.creator AS creators
    INNER JOIN making.creator_growth AS growth USING (creator)
    LEFT JOIN making.creator_total AS total USING (creator)
    WHERE recent > 0
);
