-- Every review (docs/estimates.md section 8).
SELECT review_id, product_id, rating, display_text, review_timestamp, sku_id, sku_specification
FROM {state:Identifier}.review_current;

-- The rows there must be.
SELECT product_id, review_id FROM {state:Identifier}.review_current;
