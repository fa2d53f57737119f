import type { Engine } from '../warehouse/engine/engine.ts';
import { pageSecondsMax } from './page-sql.ts';

/** A category as it is served. */
export interface Category {
  readonly category_id: string;
  readonly category_level: string;
  readonly category_name: string;
  readonly language: string;
  readonly parent_id: string;
}

/** Which categories, and the language their names should be in. */
export interface CategoryQuery {
  readonly level: 1 | 2 | 3;
  readonly language: string;
  /** Digits; undefined: all of the level. */
  readonly parent: string | undefined;
}

/** The categories of a level by their ids, each in the language, else in en-US, else in the first there is, out of all that was observed. */
export function categoriesOf(engine: Pick<Engine, 'rows'>, query: CategoryQuery): Promise<readonly Category[]> {
  return engine.rows<Category & object>(statement, { ...query, parent: query.parent ?? '' });
}

/** Of records of one moment, the larger value counts, as everywhere. */
const statement = `
  SELECT toString(category_id) AS category_id, toString(level) AS category_level, toValidUTF8(name) AS category_name,
      toString(language) AS language, toString(parent) AS parent_id
  FROM
  (
    SELECT
        category_id AS category_id, language,
        toUInt8(vitrineStamped(max(vitrineStamp(observed_at, category_level)))) AS level,
        vitrineStampedText(max(vitrineTextStamp(observed_at, category_name))) AS name,
        ifNull(vitrineStamped(max(vitrineStamp(observed_at, parent_id))), 0) AS parent
    FROM landing_category
    WHERE out_of_bounds = ''
    GROUP BY category_id, language
    ORDER BY category_id, language != {language:String}, language != 'en-US', language
    LIMIT 1 BY category_id
  )
  WHERE level = {level:UInt8} AND ({parent:String} = '' OR toString(parent) = {parent:String})
  ORDER BY toUInt64(category_id)
  SETTINGS max_execution_time = ${pageSecondsMax}`;
