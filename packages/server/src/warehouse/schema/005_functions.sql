-- The arithmetic of docs/estimates.md as SQL functions, so that every step shares one wording of each rule.
-- A point is (day as days since 1970-01-01, total); arrays of points are ascending by day.

-- Section 1: the sightings (epoch milliseconds, total) that count, as an aggregate: two arrays of numbers are made faster than one of pairs.
CREATE OR REPLACE FUNCTION vitrineSightings AS (at, total, counts) -> arrayZip(groupArrayIf(at, counts), groupArrayIf(total, counts));

-- Section 1: sightings (epoch milliseconds, total) in any order → one point a day, the last seen, the larger on a tie.
CREATE OR REPLACE FUNCTION vitrinePoints AS (sightings) ->
    arrayFilter(
        (point, next) -> point.1 != next.1,
        arrayMap(s -> (toInt32(intDiv(s.1, 86400000)), s.2), arraySort(sightings)),
        arrayShiftLeft(arrayMap(s -> (toInt32(intDiv(s.1, 86400000)), s.2), arraySort(sightings)), 1, (toInt32(1000000000), toInt64(0))));

-- Section 1 for values that are seen over and over: a stamp is the moment (milliseconds) above the value, so that the largest stamp
-- holds the last value seen, the larger one on a tie. 0 was never seen. Values are whole and not negative.
CREATE OR REPLACE FUNCTION vitrineStamp AS (at, value) ->
    if(isNull(value), toUInt128(0), bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at)), 64) + toUInt128(assumeNotNull(value)));
CREATE OR REPLACE FUNCTION vitrineStamped AS (stamp) -> if(stamp = 0, NULL, toNullable(toUInt64(stamp)));

-- The stamp as a point: none where it was never seen.
CREATE OR REPLACE FUNCTION vitrineStampPoint AS (stamp) ->
    if(stamp = 0, [], [(toInt32(intDiv(toInt64(bitShiftRight(stamp, 64)), 86400000)), toInt64(toUInt64(stamp)))]);

-- The same for texts: thirteen digits of milliseconds before the text. '' was never seen.
CREATE OR REPLACE FUNCTION vitrineTextStamp AS (at, text) ->
    if(isNull(text), '', concat(leftPad(toString(toUnixTimestamp64Milli(at)), 13, '0'), assumeNotNull(text)));
CREATE OR REPLACE FUNCTION vitrineStampedText AS (stamp) -> substring(stamp, 14);

-- The same for the first day a value is known: the smallest stamp holds the last value of that day, of those of the best grade.
CREATE OR REPLACE FUNCTION vitrineFirstStamp AS (at, grade, value) ->
    if(isNull(value), NULL, toNullable(
        bitShiftLeft(toUInt128(toUInt16(toDate(at))), 96)
        + bitShiftLeft(toUInt128(grade), 92)
        + bitShiftLeft(toUInt128(86399999 - toUnixTimestamp64Milli(at) % 86400000), 64)
        + (toUInt128(18446744073709551615) - toUInt128(assumeNotNull(value)))));
CREATE OR REPLACE FUNCTION vitrineFirstDay AS (stamp) -> toInt32(bitShiftRight(stamp, 96));
-- The same for the first day of the best grade: of totals, the first firm one (below).
CREATE OR REPLACE FUNCTION vitrineFirmStamp AS (at, grade, value) ->
    vitrineFirstStamp(at, grade, value) + bitShiftLeft(toUInt128(grade), 112);
CREATE OR REPLACE FUNCTION vitrineFirstStamped AS (stamp) -> toUInt64(18446744073709551615 - toUInt64(stamp));

-- A JSON list of images in the order of their index; what is no list stays as it is.
CREATE OR REPLACE FUNCTION vitrineByIndex AS (images) ->
    if(JSONType(images) = 'Array',
       concat('[', arrayStringConcat(arrayMap(image -> image.3, arraySort(arrayMap(
           (image, place) -> (JSONExtractInt(image, 'index'), place, image),
           JSONExtractArrayRaw(images), arrayEnumerate(JSONExtractArrayRaw(images))))), ','), ']'),
       images);

-- Two or three letters as a number that sorts as they do, and back.
CREATE OR REPLACE FUNCTION vitrineCode AS (letters) ->
    if(isNull(letters), NULL, toNullable(reinterpretAsUInt64(reverse(assumeNotNull(toString(letters))))));
CREATE OR REPLACE FUNCTION vitrineLetters AS (code) -> reverse(trim(TRAILING '\\0' FROM reinterpretAsString(ifNull(code, 0))));

-- Ids of ours for creators and shops of whom a name alone is known (ingest/fields/named-ids.ts): at or above 2^63, where the marketplace
-- has none.
CREATE OR REPLACE FUNCTION vitrineOwnIdsFrom AS () -> toUInt64(9223372036854775808);
CREATE OR REPLACE FUNCTION vitrineOwnId AS (words) ->
    bitOr(reinterpretAsUInt64(reverse(substring(SHA256(words), 1, 8))), vitrineOwnIdsFrom());
CREATE OR REPLACE FUNCTION vitrineTrimmed AS (name) -> replaceRegexpAll(name, '^[\t\n\f\r ]+|[\t\n\f\r ]+$', '');
CREATE OR REPLACE FUNCTION vitrineHandle AS (name) -> lower(replaceRegexpOne(vitrineTrimmed(name), '^@+', ''));
CREATE OR REPLACE FUNCTION vitrineShopName AS (name) -> lower(replaceRegexpAll(vitrineTrimmed(name), '[\t\n\f\r ]+', ' '));
CREATE OR REPLACE FUNCTION vitrineHandleId AS (name) -> vitrineOwnId(concat('creator:', vitrineHandle(name)));
CREATE OR REPLACE FUNCTION vitrineShopNameId AS (region, name) -> vitrineOwnId(concat('shop:', region, ':', vitrineShopName(name)));

-- The largest number that is served, in units of its last digit, and a number cut to it.
CREATE OR REPLACE FUNCTION vitrineLargest AS () -> toInt64(9000000000000000);
CREATE OR REPLACE FUNCTION vitrineCapped AS (value) -> toInt64(if(value > vitrineLargest(), toInt128(vitrineLargest()), toInt128(value)));

-- Section 3: the value that is there most often, of several the one that comes first.
CREATE OR REPLACE FUNCTION vitrineCommonest AS (values) ->
    arraySort((value, place) -> (-toInt32(countEqual(values, value)), place), values, arrayEnumerate(values))[1];

-- Section 2: the falls to less than half, each as (place of the point before it, how many points after the fall it is made good; 0 is not).
CREATE OR REPLACE FUNCTION vitrineFalls AS (points) ->
    arrayMap(
        place -> (place, toUInt32(arrayFirstIndex(
            point -> 10 * point.2 >= 9 * points[place].2,
            arraySlice(points, place + 2, 7)))),
        arrayFilter(
            (place, a, b) -> 2 * b.2 < a.2,
            arrayEnumerate(arrayPopBack(points)), arrayPopBack(points), arrayPopFront(points)));

-- Section 2: points without those of dips. The falls are bound to a name by a list of one: written out in the inner lambda, they would be
-- looked for once for each point.
CREATE OR REPLACE FUNCTION vitrineWithoutDips AS (points) ->
    if(empty(vitrineFalls(points)), points, arrayMap(
        falls -> arrayFilter(
            (point, place) -> NOT arrayExists(fall -> place > fall.1 AND place <= fall.1 + fall.2, falls),
            points, arrayEnumerate(points)),
        [vitrineFalls(points)])[1]);

-- Section 2: whether points to come may make a fall good.
CREATE OR REPLACE FUNCTION vitrineMayBeDip AS (points) ->
    arrayExists(fall -> fall.2 = 0 AND length(points) - fall.1 < 8, vitrineFalls(points));

-- The same, at times without cause, of a tail and the largest total up to it: no fall that may be made good has left the total so high.
CREATE OR REPLACE FUNCTION vitrineMayHaveFallen AS (tail, most) -> notEmpty(tail) AND 10 * tail[1].2 < 9 * ifNull(most, 0);

-- Section 2: a point a day of a total of which not all sightings are exact, as (day, total, rank): 2 exact or known to come before, 1 rounded,
-- 0 derived; of each day the highest rank. others: sightings (epoch milliseconds, total, grade) of the grades 1 rounded and 2 derived.
CREATE OR REPLACE FUNCTION vitrineRanked AS (observed, others) ->
    arrayMap(
        sorted -> arrayMap(
            point -> (point.1, point.4, point.2),
            arrayFilter(
                (point, next) -> point.1 != next.1,
                sorted, arrayShiftLeft(sorted, 1, (toInt32(1000000000), toUInt8(0), toInt64(0), toInt64(0))))),
        [arraySort(arrayConcat(
            arrayMap(point -> (point.1, toUInt8(2), toInt64(0), point.2), observed),
            arrayMap(s -> (toInt32(intDiv(s.1, 86400000)), toUInt8(2 - s.3), s.1, s.2), others)))])[1];

-- Section 2: loose points, those below the rank of firm ones, fitted between these. Those between a firm one and a lower one are left
-- out. The others are raised to the highest of the points before them, up from the firm one, and lowered to the firm one after them.
-- How far a point is below the highest before it: a running sum of the falls that starts again at 0 where it would be negative, or the
-- point is firm. A first and a last firm point are added, so that there is always one on either side.
CREATE OR REPLACE FUNCTION vitrineWithEnds AS (points) -> arrayConcat(
    [(toInt32(-1), toInt64(0), toUInt8(3))], points, [(toInt32(1000000000), vitrineLargest(), toUInt8(3))]);
CREATE OR REPLACE FUNCTION vitrineFitted AS (points, firm) ->
    arrayMap(
        ended -> arrayFilter(
            fitted -> fitted.4 <= fitted.5,
            arraySlice(
                arrayMap(
                    (point, floor, ceiling, drop) -> (
                        point.1, if(point.3 >= firm, point.2, least(point.2 + drop, ceiling)), point.3, floor, ceiling),
                    ended,
                    arrayFill((total, point) -> point.3 >= firm, arrayMap(point -> point.2, ended), ended),
                    arrayReverseFill((total, point) -> point.3 >= firm, arrayMap(point -> point.2, ended), ended),
                    arrayCumSumNonNegative(arrayMap(
                        (point, before) -> if(point.3 >= firm, -1000000000000000000, before.2 - point.2),
                        ended, arrayShiftRight(ended, 1)))),
                2, length(ended) - 2)),
        [vitrineWithEnds(points)])[1];

-- Section 2: a rounded total that is what the point before it is says nothing new.
CREATE OR REPLACE FUNCTION vitrineChanges AS (points) ->
    arrayFilter(
        (point, before) -> NOT (point.3 = 1 AND point.2 = before.2),
        points, arrayShiftRight(points, 1, (toInt32(0), toInt64(-1), toUInt8(0), toInt64(0), toInt64(0))));

-- Section 2: firm are exact points, or without any the rounded ones (then firm is 1). These alone have dips.
CREATE OR REPLACE FUNCTION vitrineFirmAndLoose AS (ranked, firm) ->
    arraySort(arrayConcat(
        arrayMap(points -> vitrineWithoutDips(points), [arrayFilter(point -> point.3 >= firm, ranked)])[1],
        arrayFilter(point -> point.3 < firm, ranked)));

-- Section 2: the points between which a total grows. observed: exact ones and what is known to come before; isExact: whether any was seen.
CREATE OR REPLACE FUNCTION vitrineCounted AS (observed, isExact, others) ->
    if(empty(others), vitrineWithoutDips(observed), arrayMap(
        (ranked, firm) -> arrayMap(
            point -> (point.1, point.2),
            vitrineChanges(vitrineFitted(vitrineFirmAndLoose(ranked, firm), firm))),
        [vitrineRanked(observed, others)], [if(isExact, 2, 1)])[1]);

-- Section 2: whether derived totals come after a tail, so that they are fitted to a point to come. derivedDay: the last of them; 0 is none.
CREATE OR REPLACE FUNCTION vitrineIsFollowed AS (tail, derivedDay) -> derivedDay > greatest(0, if(empty(tail), 0, tail[1].1));

-- Section 2: a change over so many days, a day each. ⌊j·Δ/g⌋ is j·⌊Δ/g⌋ + ⌊j·(Δ mod g)/g⌋, which stays small; a loss is spread as a growth is.
CREATE OR REPLACE FUNCTION vitrineSpread AS (change, gap) ->
    arrayMap(
        j -> intDiv(change, gap) + intDiv(j * (change % gap), gap) - intDiv((j - 1) * (change % gap), gap),
        range(1, toUInt32(gap + 1)));

-- Section 2: growth of each day after the first point, up to the last one.
CREATE OR REPLACE FUNCTION vitrineGrowth AS (points) ->
    arrayFlatten(arrayMap((a, b) -> vitrineSpread(greatest(0, b.2 - a.2), b.1 - a.1), arrayPopBack(points), arrayPopFront(points)));

-- The same of a total whose falls count: losses are negative.
CREATE OR REPLACE FUNCTION vitrineSignedGrowth AS (points) ->
    arrayFlatten(arrayMap((a, b) -> vitrineSpread(b.2 - a.2, b.1 - a.1), arrayPopBack(points), arrayPopFront(points)));

-- Section 10: the day of a stamp; 0 of none.
CREATE OR REPLACE FUNCTION vitrineStampDay AS (stamp) -> toInt32(intDiv(toInt64(bitShiftRight(stamp, 64)), 86400000));

-- Section 10: a number in whole parts that differ by one at most.
CREATE OR REPLACE FUNCTION vitrineEvenly AS (total, parts) ->
    arrayMap(
        place -> toInt64(intDiv(toInt128(total) * place, toInt128(parts)) - intDiv(toInt128(total) * (place - 1), toInt128(parts))),
        range(1, toUInt32(parts + 1)));

-- Section 10: the days of a stretch, where -1 is a day that nothing covers: these get evenly what the others leave of the amount, each of which has
-- its least at least. Without an amount (-1) they get what they are worth. Lists of one bind names.
CREATE OR REPLACE FUNCTION vitrineStretch AS (days, least, worth, amount) ->
    if(amount < 0,
       arrayMap((day, own) -> if(day < 0, own, day), days, worth),
       arrayMap(
           shares -> arrayMap((day, place) -> if(day < 0, shares[place], day), days, arrayCumSum(day -> day < 0, days)),
           [vitrineEvenly(
               greatest(toInt64(0), amount - arraySum((day, known) -> if(day < 0, 0, greatest(day, known)), days, least)),
               greatest(arrayCount(day -> day < 0, days), 1))])[1]);

-- Section 10: days with those of ranges (place of the first one, how many, amount) filled, one range after the other.
CREATE OR REPLACE FUNCTION vitrineFilled AS (days, least, worth, ranges) ->
    arrayFold(
        (filled, stretch) -> arrayConcat(
            arraySlice(filled, 1, stretch.1 - 1),
            vitrineStretch(
                arraySlice(filled, stretch.1, stretch.2), arraySlice(least, stretch.1, stretch.2), arraySlice(worth, stretch.1, stretch.2),
                stretch.3),
            arraySlice(filled, stretch.1 + stretch.2)),
        ranges, days);

-- Section 2: the start from 0 of what was made at most seven days before it was first seen: exactly (points) or rounded (others).
CREATE OR REPLACE FUNCTION vitrineFirstSeen AS (points, others) ->
    least(
        if(empty(points), toInt32(1000000000), points[1].1),
        arrayMin(
            seen -> if(seen.3 = 1, toInt32(intDiv(seen.1, 86400000)), toInt32(1000000000)),
            arrayPushFront(others, (toInt64(0), toInt64(0), toUInt8(0)))));
CREATE OR REPLACE FUNCTION vitrineOrigin AS (points, others, madeDay) ->
    if(isNotNull(madeDay) AND vitrineFirstSeen(points, others) - assumeNotNull(madeDay) BETWEEN 0 AND 7,
       [(toInt32(assumeNotNull(madeDay) - 1), toInt64(0))], []);

-- Section 3: the value of each day from the first point to lastDay, carried forward.
CREATE OR REPLACE FUNCTION vitrineCarried AS (points, lastDay) ->
    arrayFlatten(arrayMap(
        (a, b) -> arrayWithConstant(toUInt32(b.1 - a.1), a.2),
        points, arrayShiftLeft(points, 1, (toInt32(lastDay + 1), toInt64(0)))));

-- The values of `days` days from firstDay on, of an array whose first element is that of valuesDay; filled where it has none.
-- (Looking elements up one by one in a lambda would copy the whole array for each.)
CREATE OR REPLACE FUNCTION vitrineAligned AS (values, valuesDay, firstDay, days, fill) ->
    arrayResize(
        arrayConcat(
            arrayWithConstant(toUInt32(greatest(0, least(valuesDay - firstDay, toInt32(days)))), toInt64(fill)),
            arraySlice(values, greatest(0, firstDay - valuesDay) + 1)),
        days, toInt64(fill));

-- Section 3: an amount with four decimals in cents, half up.
CREATE OR REPLACE FUNCTION vitrineCents AS (amount) -> intDiv(toInt64(toDecimal128(amount, 4) * 10000) * 2 + 100, 200);

-- Section 3: the SKU prices that are numbers a price may have, as decimals with four digits.
CREATE OR REPLACE FUNCTION vitrineSkuPrices AS (skus) ->
    arrayMap(price -> assumeNotNull(price), arrayFilter(price -> ifNull(price BETWEEN 0 AND 1000000000000, 0), arrayMap(
        sku -> coalesce(
            toDecimal64OrNull(trim(BOTH '"' FROM JSONExtractRaw(sku, 'real_price', 'price_val')), 4),
            toDecimal64OrNull(trim(BOTH '"' FROM JSONExtractRaw(sku, 'real_price', 'sale_price_decimal')), 4)),
        JSONExtractArrayRaw(ifNull(skus, '')))));

-- Section 10: the ids of the SKUs of a product, of a list of them or an object.
CREATE OR REPLACE FUNCTION vitrineSkuIds AS (skus) ->
    arrayFilter(sku -> sku != 0, arrayDistinct(arrayMap(
        sku -> toUInt64OrZero(trim(BOTH '"' FROM JSONExtractRaw(sku, 'sku_id'))),
        if(JSONType(skus) = 'Object', arrayMap(entry -> entry.2, JSONExtractKeysAndValuesRaw(skus)), JSONExtractArrayRaw(skus)))));

-- Section 3: the mean of amounts with four decimals in cents, half up; NULL of none. A record has room for more SKUs than Int64 for
-- the sum of their prices.
CREATE OR REPLACE FUNCTION vitrineMeanCents AS (amounts) ->
    if(empty(amounts), NULL, toNullable(toInt64(intDiv(
        2 * arraySum(amount -> toInt128(toDecimal128(amount, 4) * 10000), amounts) + 100 * toInt64(length(amounts)),
        200 * toInt64(greatest(length(amounts), 1))))));

-- Section 3: the price of a record in cents; NULL when it carries none.
CREATE OR REPLACE FUNCTION vitrinePriceCents AS (spuAvgPrice, skus, minPrice, maxPrice) ->
    coalesce(
        toNullable(vitrineCents(spuAvgPrice)),
        vitrineMeanCents(vitrineSkuPrices(skus)),
        vitrineMeanCents(arrayMap(price -> assumeNotNull(price), arrayFilter(price -> isNotNull(price), [minPrice, maxPrice]))));

-- Section 3: what units sell for at a price in cents.
CREATE OR REPLACE FUNCTION vitrineWorth AS (units, price) -> vitrineCapped(toInt128(units) * price);

-- Section 3: cents × rate of the reporting currency / rate of the own currency, half up. Rates are millionths for a US dollar.
CREATE OR REPLACE FUNCTION vitrineConverted AS (cents, reportingRate, ownRate) ->
    if(ownRate = 0 OR reportingRate = 0, toInt64(0),
       vitrineCapped(intDiv(toInt128(cents) * reportingRate * 2 + ownRate, greatest(toInt128(ownRate), 1) * 2)));

-- Section 6: what is left of each exact share when it is rounded down, in units of one over the sum of weights; and the same ranked:
-- larger remainders rank higher, and of equal ones the earlier.
CREATE OR REPLACE FUNCTION vitrineRemainders AS (total, weights) ->
    arrayMap(weight -> modulo(total * weight, greatest(arraySum(weights), 1)), weights);
CREATE OR REPLACE FUNCTION vitrineRanks AS (remainders) ->
    arrayMap((remainder, place) -> remainder * (length(remainders) + 1) + (length(remainders) - place), remainders, arrayEnumerate(remainders));

-- Section 6, "How sure": the variance of so many estimated units of a source, out of those of its product.
CREATE OR REPLACE FUNCTION vitrineVariance AS (units, ofProduct) ->
    (units + 0.5) * (units + 0.5) * greatest(1 - units / greatest(ofProduct, units, 1e-9), 0.05) * (1 / (units + 0.5) + 0.36);

-- The same: what is known of a number, in thousandths of a unit, as arrays that are added up. What is observed, stated, estimated; what it is
-- at most; by how many units own totals say less; of how many sources something is estimated.
CREATE OR REPLACE FUNCTION vitrineSure AS (observed, stated, estimated, leftMost, ownLess) ->
    [toInt128(observed), toInt128(stated), toInt128(estimated), observed + stated + greatest(toInt128(leftMost), toInt128(estimated)),
     if(leftMost > 0, toInt128(ownLess), toInt128(0)), toInt128(leftMost > 0)];

-- The same for what sources sold of one product, of which there is no more than so many units.
CREATE OR REPLACE FUNCTION vitrineLimited AS (units, unitsMax, sure) ->
    [least(sure[1], 1000 * toInt128(unitsMax)),
     least(sure[2], 1000 * toInt128(unitsMax) - least(sure[1], 1000 * toInt128(unitsMax))),
     least(sure[3], greatest(toInt128(0), 1000 * toInt128(unitsMax) - sure[1] - sure[2])),
     if(units <= unitsMax, least(sure[4], 1000 * toInt128(unitsMax)), 1000 * toInt128(unitsMax)),
     sure[5], if(sure[1] + sure[2] >= 1000 * toInt128(unitsMax), toInt128(0), sure[6])];

-- The same: the standard deviation. Of several sources a fifth of the units more is unknown: their errors go together.
CREATE OR REPLACE FUNCTION vitrineDeviation AS (units, variance, isSeveral) -> sqrt(variance + if(isSeveral, 0.04 * units * units, 0));

-- The same: by which factor estimated units may be off, and what a number may have been at least and at most. Where nothing is estimated,
-- both are the number. Skewed, as the sales of one source are; those of several are so less.
CREATE OR REPLACE FUNCTION vitrineFactor AS (sure, variance) ->
    exp(1.28 * vitrineDeviation(toFloat64(sure[3]) / 1000, variance, sure[6] > 1) / (toFloat64(sure[3]) / 1000 + 0.5));
CREATE OR REPLACE FUNCTION vitrineLow AS (units, sure, variance) ->
    if(sure[6] = 0, toInt128(units), greatest(toInt128(0), least(
        toInt128(units) - sure[5],
        intDiv(sure[1] + sure[2], 1000) + toInt128(floor(
            toFloat64((sure[1] + sure[2]) % 1000) / 1000
                + greatest(0, (toFloat64(sure[3]) / 1000 + 0.5) / vitrineFactor(sure, variance) - 0.75))))));
CREATE OR REPLACE FUNCTION vitrineHigh AS (units, sure, variance) ->
    if(sure[6] = 0, toInt128(units), greatest(toInt128(units), least(
        intDiv(sure[4] + 999, 1000),
        intDiv(sure[1] + sure[2], 1000) + toInt128(ceil(
            toFloat64((sure[1] + sure[2]) % 1000) / 1000 + toFloat64(sure[3]) / 1000 + 0.25 + least(
                (toFloat64(sure[3]) / 1000 + 0.5) * (vitrineFactor(sure, variance) - 1),
                if(sure[6] > 1, 2, 1e9) * vitrineDeviation(toFloat64(sure[3]) / 1000, variance, sure[6] > 1)))))));

-- The same: how a number is known, and what part of it. Of fewer than ten estimated units the source says less than the others of its
-- product; that matters where they are most of the number.
CREATE OR REPLACE FUNCTION vitrineBasis AS (sure) ->
    multiIf(
        sure[6] > 0 AND sure[3] < 10000 AND (sure[1] + sure[2] = 0 OR sure[1] + sure[2] < sure[3]), 'thin',
        sure[6] > 0, 'estimated',
        sure[2] > 0, 'stated',
        'observed');
CREATE OR REPLACE FUNCTION vitrineKnownRate AS (sure) ->
    if(sure[6] = 0, toDecimal64(1, 4), vitrineRate(sure[1] + sure[2], sure[1] + sure[2] + sure[3]));

-- Section 6: total split by largest remainder; weights stand in the order of ties. All zero when the weights are.
-- The remainders sum to as many units as are still over; those go to the highest ranks.
CREATE OR REPLACE FUNCTION vitrineOver AS (remainders, weights) -> toUInt32(intDiv(arraySum(remainders), greatest(arraySum(weights), 1)));
CREATE OR REPLACE FUNCTION vitrineShares AS (total, weights) ->
    arrayMap(
        (weight, rank) -> toInt64(intDiv(total * weight, greatest(arraySum(weights), 1)))
            + (vitrineOver(vitrineRemainders(total, weights), weights) > 0
               AND rank >= arrayReverseSort(vitrineRanks(vitrineRemainders(total, weights)))[vitrineOver(vitrineRemainders(total, weights), weights)]),
        weights, vitrineRanks(vitrineRemainders(total, weights)));

-- Section 6: what is left of evidence after so many weeks.
CREATE OR REPLACE FUNCTION vitrineFaded AS (weeks) -> arrayFold((faded, week) -> faded * 0.8, range(toUInt32(least(weeks, 400))), toFloat64(1));

-- Section 6: every rate that is learned: it starts at that of the level above, and follows what was seen.
CREATE OR REPLACE FUNCTION vitrineLearnedRate AS (units, strength, level, exposure) ->
    (strength + units) / (strength / greatest(level, 1e-300) + exposure);
CREATE OR REPLACE FUNCTION vitrineProductRate AS (before, seen, plain, exposureBefore, exposure) ->
    vitrineLearnedRate(before + arraySum(seen), 2, plain, exposureBefore + exposure);
CREATE OR REPLACE FUNCTION vitrineLinkRates AS (before, seen, product, exposuresBefore, exposures) ->
    arrayMap(
        (unitsBefore, units, exposureBefore, exposure) -> vitrineLearnedRate(unitsBefore + units, 10, product, exposureBefore + exposure),
        before, seen, exposuresBefore, exposures);
CREATE OR REPLACE FUNCTION vitrineStorefrontRate AS (weight, storefront, perWeight, level, days) ->
    vitrineLearnedRate(weight * (storefront * arraySum(perWeight)), 0.5, level, weight * days);

-- Section 6: the units of each day of a week for one of the weight of all who sold. Of each link traffic has a number a day.
CREATE OR REPLACE FUNCTION vitrineUnitsPerWeight AS (units, rates, traffic, storefront) ->
    arrayMap(
        (sold, weight) -> sold / (weight + storefront),
        units,
        arrayResize(arrayReduce('sumForEach', arrayMap((rate, days) -> arrayMap(views -> rate * views, days), rates, traffic)), 7));

-- Section 6: what each link sold in the week, by the weight of its evidence.
CREATE OR REPLACE FUNCTION vitrineSeenUnits AS (weight, rates, traffic, perWeight) ->
    arrayMap((rate, days) -> weight * (rate * arraySum((views, sold) -> views * sold, days, perWeight)), rates, traffic);

-- Section 6: parts of a whole number of units in thousandths, by differences of rounded-down running sums; together no more than the whole.
CREATE OR REPLACE FUNCTION vitrineThousandths AS (units, parts) ->
    arrayMap(
        (upTo, before) -> upTo - before,
        arrayMap(reached -> least(toInt128(floor(1000 * reached)), 1000 * toInt128(units)), arrayCumSum(parts)),
        arrayShiftRight(arrayMap(reached -> least(toInt128(floor(1000 * reached)), 1000 * toInt128(units)), arrayCumSum(parts)), 1, toInt128(0)));

-- Section 6: thousandths in whole units. Rounded the one way for videos and the other for lives, both together are never more than the whole.
CREATE OR REPLACE FUNCTION vitrineUnits AS (thousandths) -> intDiv(toInt128(thousandths) + 500, 1000);
CREATE OR REPLACE FUNCTION vitrineLiveUnits AS (thousandths) -> intDiv(toInt128(thousandths) + 499, 1000);

-- Section 6: thousandths of all videos (kind 1) or lives (kind 2) of a product in whole units: their sum first, by largest remainder over each.
CREATE OR REPLACE FUNCTION vitrineWholeUnits AS (kind, thousandths) ->
    vitrineShares(if(kind = 1, vitrineUnits(arraySum(thousandths)), vitrineLiveUnits(arraySum(thousandths))), thousandths);

-- Sums of thousandths in units, with three decimals. State of release 0.1.0 has whole units, in 64 bits.
CREATE OR REPLACE FUNCTION vitrineInUnits AS (sold) -> toDecimal128(sold, 3) / if(toTypeName(sold) = 'Int128', 1000, 1);

-- Section 6: total split in proportion, by differences of rounded-down running sums. All zero when the weights are.
CREATE OR REPLACE FUNCTION vitrineProportions AS (total, weights) ->
    arrayMap(
        (upTo, weight) -> toInt128(intDiv(total * upTo, greatest(arraySum(weights), 1))
            - intDiv(total * (upTo - weight), greatest(arraySum(weights), 1))),
        arrayCumSum(weights), weights);

-- Cents as the amount that is served.
CREATE OR REPLACE FUNCTION vitrineAmount AS (cents) -> CAST(toDecimal128(vitrineCapped(cents), 2) / 100, 'Decimal(24, 2)');

-- Section 3: an amount in cents at a day's rates, given as arrays from first_day on; as it is without a reporting currency.
CREATE OR REPLACE FUNCTION vitrineReported AS (cents, reporting, day, firstDay, ownRates, reportingRates) ->
    if(reporting = '', cents, if(day < firstDay, toInt64(0),
        vitrineConverted(cents, reportingRates[greatest(day - firstDay, 0) + 1], ownRates[greatest(day - firstDay, 0) + 1])));

-- Section 6: amounts of several products added up, as an aggregate: the currency of most of them, the first code on a tie, and the sum
-- of those in it. Lists of one bind names; arrays take a third of the time of a map.
CREATE OR REPLACE FUNCTION vitrineInMainCurrency AS (currency, cents) ->
    arrayMap(
        (codes, amounts) -> arrayMap(
            main -> (main, arraySum((code, amount) -> if(code = main, amount, toInt128(0)), codes, amounts)),
            [arraySort(code -> (-toInt64(countEqual(codes, code)), code), arrayDistinct(codes))[1]])[1],
        [groupArray(toString(currency))], [groupArray(toInt128(cents))])[1];

-- Section 7: which of the two sold more, and whether sales rise. firstDay is the as-of day where nothing was observed.
CREATE OR REPLACE FUNCTION vitrineSalesFlag AS (videoGmv, liveGmv) ->
    multiIf(videoGmv >= liveGmv AND videoGmv > 0, 1, liveGmv > 0, 2, 0);
CREATE OR REPLACE FUNCTION vitrineTrendFlag AS (lastWeek, weekBefore, firstDay, asOfDay) ->
    multiIf(asOfDay - firstDay < 14, 0, 10 * lastWeek > 11 * weekBefore, 1, 10 * lastWeek < 9 * weekBefore, 2, 0);

-- Section 8: of ids or codes, each with how many there are, those that are set: the most frequent first, of several the smaller one.
CREATE OR REPLACE FUNCTION vitrineBySize AS (values, sizes) ->
    arraySort(
        value -> (-arraySum((each, size) -> if(each = value, size, 0), values, sizes), value),
        arrayFilter(value -> notEmpty(toString(value)) AND toString(value) != '0', arrayDistinct(values)));

-- Section 8: the name of a category; empty when unknown. names: ids and their names, two arrays, the same for all rows.
CREATE OR REPLACE FUNCTION vitrineCategoryName AS (id, names) -> transform(id, names.1, names.2, '');
CREATE OR REPLACE FUNCTION vitrineCategoryList AS (ids, names) ->
    concat('[', arrayStringConcat(arrayMap(id -> concat(
        '{"category_name":', replaceAll(toJSONString(toValidUTF8(vitrineCategoryName(id, names))), '\\/', '/'),
        ',"category_id":"', toString(id), '"}'), ids), ','), ']');

-- How many there are of each name, as JSON; 0 where sizes has none.
CREATE OR REPLACE FUNCTION vitrineCounts AS (names, sizes) ->
    concat('{', arrayStringConcat(arrayMap(
        (name, size) -> concat('"', name, '":', toString(size)), names, arrayResize(sizes, length(names))), ','), '}');

-- Ids that may be asked for: each that is set once, as a JSON array.
CREATE OR REPLACE FUNCTION vitrineIdList AS (ids) ->
    concat('[', arrayStringConcat(arrayMap(id -> toString(id), arraySort(arrayDistinct(arrayFilter(id -> id != 0, ids)))), ','), ']');

-- A mean of whole numbers, rounded half up; 0 of none.
CREATE OR REPLACE FUNCTION vitrineMean AS (total, size) -> if(size = 0, 0, intDiv(2 * total + size, 2 * greatest(size, 1)));

-- A part of a whole with four decimals, rounded half up; 0 of nothing, and cut to what a rate holds.
CREATE OR REPLACE FUNCTION vitrineRate AS (part, whole) ->
    toDecimal64(toInt64(least(vitrineMean(toInt128(part) * 10000, toInt128(whole)), toInt128(999999999))), 4) / 10000;

-- Section 4: which window a day falls in first, counted from 1; 0 when it is in none. placeOfAge has one element for each age in days.
CREATE OR REPLACE FUNCTION vitrineWindow AS (day, asOfDay, placeOfAge) ->
    if(toInt32(day) > asOfDay OR asOfDay - toInt32(day) >= length(placeOfAge), 0, placeOfAge[asOfDay - toInt32(day) + 1]);

-- Section 4: sums over each window, shortest first, as an aggregate: the running sum of the sums between one edge and the next.
CREATE OR REPLACE FUNCTION vitrineWindowSums AS (value, day, asOfDay, placeOfAge, windows) ->
    arrayCumSum(sumResample(1, windows + 1, 1)(value, vitrineWindow(day, asOfDay, placeOfAge)));
