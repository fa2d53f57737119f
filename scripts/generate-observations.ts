import { kinds } from '../packages/server/src/ingest/kinds/index.ts';
import { keepGenerated, keepGeneratedSections } from './generated-file.ts';
import { attributesSql } from './observations/attributes-sql.ts';
import { besideSql, currentSql } from './observations/current-sql.ts';
import { isToldInFull, sectionOf, tableOf } from './observations/documentation.ts';
import { beyondBoundsSql, boundsSql, landingSql, landingTablesOf, originSql } from './observations/landing-sql.ts';
import { scratchSql } from './observations/scratch-sql.ts';
import { stateSql } from './observations/state-sql.ts';

/* What follows from the fields of the kinds: landing tables, how last-seen values are kept and read, the tables of the docs. */
const warehouse = new URL('../packages/server/src/warehouse/', import.meta.url);
const all = [...kinds.values()];

keepSql('schema/generated/010_landing.sql', all.map(landingSql));
keepSql('schema/generated/040_bounds.sql', all.map(boundsSql));
keepSql('schema/generated/050_origin.sql', all.map(originSql));
keepSql('publish/generated/00_state.sql', stateSql());
keepSql('publish/generated/01_scratch.sql', scratchSql());
keepSql('publish/generated/10_attributes.sql', attributesSql());
keepSql('publish/generated/85_quarantine.sql', [beyondBoundsSql(all)]);
keepSql('publish/generated/70_current.sql', currentSql());
keepSql('publish/generated/71_amounts.sql', besideSql());

keepGeneratedSections(new URL('../docs/observations.md', import.meta.url), {
  ...Object.fromEntries(all.filter((kind) => !isToldInFull(kind)).map((kind) => [kind.name, tableOf(kind)])),
  'other kinds': all.filter(isToldInFull).map(sectionOf).join('\n\n'),
});

keepGenerated(
  new URL('schema/generated/landing-tables.ts', warehouse),
  `// Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

/** Where observations are: a table a kind. Reference data says nothing of the marketplace on a day. */
export const landingTables = [
${all.map(landingTablesOf).join('\n')}
] as const;
`,
);

function keepSql(path: string, parts: readonly string[]): void {
  const head = '-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.\n';
  keepGenerated(new URL(path, warehouse), [head, ...parts].join('\n'));
}
