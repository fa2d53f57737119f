-- The name that rows give of a category: in en-US, else in the first language by its code.

INSERT INTO {state:Identifier}.category_name (category_id, name)
SELECT category_id, category_name
FROM {state:Identifier}.category_current
WHERE category_id != 0
ORDER BY category_id, language != 'en-US', language
LIMIT 1 BY category_id;
