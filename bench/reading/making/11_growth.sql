-- How the last 90 days are spread over their days, so that windows of lists and days of trends agree.

-- Part of what a product had in the last 90 days that falls into the last so many of them.
CREATE OR REPLACE FUNCTION benchShare AS (product, days) -> pow(days / 90, 0.5 + 1.5 * benchDraw(product, 'pace'));

-- What falls on the day so many days before the last one.
CREATE OR REPLACE FUNCTION benchShareOn AS (product, total, age) ->
    toInt64(floor(total * benchShare(product, age + 1))) - toInt64(floor(total * benchShare(product, age)));

-- Creators and videos grow on `active` days in a row, most on the first of them, which is `first` days before the last day: what they won in
-- the last so many days.
CREATE OR REPLACE FUNCTION benchWon AS (total, first, active, days) ->
    total - toInt64(floor(total * sqrt(least(active, greatest(0, first + 1 - days)) / active)));
CREATE OR REPLACE FUNCTION benchWonOn AS (total, first, active, age) ->
    benchWon(total, first, active, age + 1) - benchWon(total, first, active, age);

-- A part of a total, such as that of the last 90 days.
CREATE OR REPLACE FUNCTION benchPartOf AS (total, share) -> toInt64(floor(total * share));

-- First-level categories as JSON.
CREATE OR REPLACE FUNCTION benchCategories AS (ids) -> concat('[', arrayStringConcat(arrayMap(
    id -> concat('{"category_name":"Category ', toString(id - 600000), '","category_id":"', toString(id), '"}'), ids), ','), ']');
