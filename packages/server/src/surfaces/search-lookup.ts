import { searchSortFields } from '../catalogue/lookups/search.ts';
import { ApiError, errors } from '../kernel/errors.ts';
import type { CurrentDataset } from '../serving/current-dataset.ts';
import { isSearchable, search } from '../serving/search/search.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import type { Lookup } from './lookups.ts';

const product = 2;

/**
 * Answers `search` from the served version.
 *
 * @throws ApiError 503 where nothing is served yet, or the version that is served was built without the index.
 */
export function searchLookup(engine: Pick<Engine, 'rows'>, dataset: CurrentDataset): Lookup {
  return async ({ sk: text = '', type = '', size = '', region, searchType, sortType }) => {
    const served = dataset.current();
    if (served === undefined) throw new ApiError(errors.datasetMissing, {});
    const { version } = served;
    const sortedBy = Number(type) === product ? searchSortFields[Number(sortType) - 1] : undefined;
    const scope = { version, type: Number(type), region };
    const rows = await search(engine, { ...scope, text, size: Number(size), isExact: searchType === '1', sortedBy });
    if (rows.length === 0 && !(await isSearchable(engine, version)))
      throw new ApiError(errors.listNotPublished, { list: 'search' });
    return rows.map((row) => JSON.parse(row));
  };
}
