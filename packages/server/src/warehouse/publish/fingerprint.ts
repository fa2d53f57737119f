import { createHash } from 'node:crypto';
import { readSqlFiles, type SqlFile } from '../sql-files.ts';
import type { PublishSettings } from './settings.ts';
import { openDays, rewriteDays, windows } from './spans.ts';

/** The SQL of the warehouse, in the order it runs. */
export interface WarehouseSql {
  readonly publish: readonly SqlFile[];
  readonly schema: readonly SqlFile[];
}

/** Steps from this one on read state and write serving rows. */
const firstServingStep = '70';
/** Made anew by each publish. */
const scratch = '01_scratch';
/** Tables that no step reads state from. Any other file of the schema counts, so that a new one is not forgotten. */
const schemaBesideState = new Set(['020_lists', '021_images', '022_identities', '023_search', '030_usage']);

/**
 * Changes with whatever the state of a lineage depends on: a setting, a span, or the SQL that calculates it. A publish
 * starts a new lineage when it has changed. How serving rows are made from the state is no part of it.
 */
export function fingerprint(settings: PublishSettings, sql: WarehouseSql = warehouseSql()): string {
  const {
    reportingCurrency = '',
    attribution,
    videoViewWeight,
    liveViewWeight,
    storefrontShare,
    unitsPerView,
  } = settings;
  const estimator = [attribution, videoViewWeight, liveViewWeight, storefrontShare, unitsPerView ?? 0];
  const hash = createHash('sha256').update(
    JSON.stringify([reportingCurrency, estimator, windows, openDays, rewriteDays]),
  );
  for (const { name, statements } of stateFiles(sql)) hash.update(name + statements.map(effect).join());
  return hash.digest('hex').slice(0, 16);
}

/** The SQL a publish of this release runs with. */
export function warehouseSql(): WarehouseSql {
  return { publish: sqlOf('./'), schema: sqlOf('../schema/') };
}

function sqlOf(folder: string): readonly SqlFile[] {
  return readSqlFiles(new URL(folder, import.meta.url));
}

function stateFiles({ publish, schema }: WarehouseSql): readonly SqlFile[] {
  return [
    ...publish.filter(({ name }) => name < firstServingStep && name !== scratch),
    ...schema.filter(({ name }) => !schemaBesideState.has(name)),
  ];
}

const textLiteral = String.raw`'(?:[^'\\]|\\.|'')*'`;
const columnComment = new RegExp(String.raw`\s+COMMENT(?:\s+COLUMN\s+\w+)?\s+${textLiteral}`, 'g');
const literalOrBlanks = new RegExp(String.raw`(${textLiteral})|\s+`, 'g');

/** A statement without what does not change its effect: comments on columns, and how it is laid out between literals. */
function effect(statement: string): string {
  return statement
    .replace(columnComment, '')
    .replace(literalOrBlanks, (_, literal: string | undefined) => literal ?? ' ')
    .trim();
}
