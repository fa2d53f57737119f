-- The arithmetic of docs/estimates.md as SQL functions, so that every step shares one wording of each rule.
-- A point is (day as days since 1970-01-01, total); arrays of points are ascending by day.

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

-- The same for the first day a value was seen: the smallest stamp holds the last value of that day.
CREATE OR REPLACE FUNCTION vitrineFirstStamp AS (at, value) ->
    if(isNull(value), NULL, toNullable(
        bitShiftLeft(toUInt128(toUInt16(toDate(at))), 96)
        + bitShiftLeft(toUInt128(86399999 - toUnixTimestamp64Milli(at) % 86400000), 64)
        + (toUInt128(18446744073709551615) - toUInt128(assumeNotNull(value)))));
CREATE OR REPLACE FUNCTION vitrineFirstDay AS (stamp) -> toInt32(bitShiftRight(stamp, 96));
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

-- Section 2: growth of each day after the first point, up to the last one. ⌊j·Δ/g⌋ is j·⌊Δ/g⌋ + ⌊j·(Δ mod g)/g⌋, which stays small.
CREATE OR REPLACE FUNCTION vitrineGrowth AS (points) ->
    arrayFlatten(arrayMap(
        (a, b) -> arrayMap(
            j -> intDiv(greatest(0, b.2 - a.2), b.1 - a.1)
                + intDiv(j * (greatest(0, b.2 - a.2) % (b.1 - a.1)), b.1 - a.1)
                - intDiv((j - 1) * (greatest(0, b.2 - a.2) % (b.1 - a.1)), b.1 - a.1),
            range(1, toUInt32(b.1 - a.1 + 1))),
        arrayPopBack(points), arrayPopFront(points)));

-- Section 2: the start from 0 of what was made at most seven days before it was first seen.
CREATE OR REPLACE FUNCTION vitrineOrigin AS (points, madeDay) ->
    if(notEmpty(points) AND isNotNull(madeDay) AND points[1].1 - assumeNotNull(madeDay) BETWEEN 0 AND 7,
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
        sku -> toDecimal64OrNull(trim(BOTH '"' FROM JSONExtractRaw(sku, 'real_price', 'price_val')), 4),
        JSONExtractArrayRaw(ifNull(skus, '')))));

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

-- Section 6: total split by largest remainder; weights stand in the order of ties. All zero when the weights are.
-- The remainders sum to as many units as are still over; those go to the highest ranks.
CREATE OR REPLACE FUNCTION vitrineOver AS (remainders, weights) -> toUInt32(intDiv(arraySum(remainders), greatest(arraySum(weights), 1)));
CREATE OR REPLACE FUNCTION vitrineShares AS (total, weights) ->
    arrayMap(
        (weight, rank) -> toInt64(intDiv(total * weight, greatest(arraySum(weights), 1)))
            + (vitrineOver(vitrineRemainders(total, weights), weights) > 0
               AND rank >= arrayReverseSort(vitrineRanks(vitrineRemainders(total, weights)))[vitrineOver(vitrineRemainders(total, weights), weights)]),
        weights, vitrineRanks(vitrineRemainders(total, weights)));

-- Section 6: total split in proportion, by differences of rounded-down running sums. All zero when the weights are.
CREATE OR REPLACE FUNCTION vitrineProportions AS (total, weights) ->
    arrayMap(
        (upTo, weight) -> toInt64(intDiv(total * upTo, greatest(arraySum(weights), 1))
            - intDiv(total * (upTo - weight), greatest(arraySum(weights), 1))),
        arrayCumSum(weights), weights);

-- Cents as the amount that is served.
CREATE OR REPLACE FUNCTION vitrineAmount AS (cents) -> CAST(toDecimal128(vitrineCapped(cents), 2) / 100, 'Decimal(24, 2)');

-- Section 3: an amount in cents at a day's rates, given as arrays from first_day on; as it is without a reporting currency.
CREATE OR REPLACE FUNCTION vitrineReported AS (cents, reporting, day, firstDay, ownRates, reportingRates) ->
    if(reporting = '', cents, if(day < firstDay, toInt64(0),
        vitrineConverted(cents, reportingRates[greatest(day - firstDay, 0) + 1], ownRates[greatest(day - firstDay, 0) + 1])));

-- Section 4: which window a day falls in first, counted from 1; 0 when it is in none. placeOfAge has one element for each age in days.
CREATE OR REPLACE FUNCTION vitrineWindow AS (day, asOfDay, placeOfAge) ->
    if(toInt32(day) > asOfDay OR asOfDay - toInt32(day) >= length(placeOfAge), 0, placeOfAge[asOfDay - toInt32(day) + 1]);

-- Section 4: sums over each window, shortest first, as an aggregate: the running sum of the sums between one edge and the next.
CREATE OR REPLACE FUNCTION vitrineWindowSums AS (value, day, asOfDay, placeOfAge, windows) ->
    arrayCumSum(sumResample(1, windows + 1, 1)(value, vitrineWindow(day, asOfDay, placeOfAge)));
