/*
 * Imports go one way, along the way of the data: kernel ← accounts ← warehouse ← {ingest ← mirror, estimates ← serving} ←
 * catalogue ← surfaces ← start ← main; access → accounts, kernel. Each rule says what a folder must not know of.
 */
const server = (folders) => `^packages/server/src/(${folders})(/|[.]ts$)`;
const above = (name, from, forbidden, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: server(from) },
  to: { path: server(forbidden) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-missing-packages',
      comment: 'What is imported is in the package.json of the package that imports it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    above(
      'kernel-knows-nobody',
      'kernel',
      'accounts|access|warehouse|estimates|ingest|mirror|serving|catalogue|surfaces|start|config|main',
      'Everything stands on the kernel, so it stands on nothing.',
    ),
    above(
      'accounts-know-the-kernel',
      'accounts',
      'access|warehouse|estimates|ingest|mirror|serving|catalogue|surfaces|start|config|main',
      'A database of tables: what its rows mean is for those who read them.',
    ),
    above(
      'access-knows-accounts',
      'access',
      'warehouse|estimates|ingest|mirror|serving|catalogue|surfaces|start|config|main',
      'Keys, rates and credits are the same whatever is served.',
    ),
    above(
      'warehouse-knows-accounts',
      'warehouse',
      'access|estimates|ingest|mirror|serving|catalogue|surfaces|start|config|main',
      'The engine does not know what comes in or goes out.',
    ),
    above(
      'estimates-know-the-warehouse',
      'estimates',
      'access|ingest|mirror|serving|catalogue|surfaces|start|config|main',
      'How good estimates are is seen in what was published.',
    ),
    above(
      'ingest-knows-the-warehouse',
      'ingest',
      'access|mirror|serving|catalogue|surfaces|start|config|main',
      'Records come in without regard to how they are served.',
    ),
    above(
      'mirror-knows-ingest',
      'mirror',
      'access|serving|catalogue|surfaces|start|config|main',
      'What an upstream says comes in as a file would.',
    ),
    above(
      'serving-knows-the-warehouse',
      'serving',
      'access|ingest|mirror|catalogue|surfaces|start|config|main',
      'Pages are read without regard to who asks and how.',
    ),
    above(
      'catalogue-knows-serving',
      'catalogue',
      'access|ingest|mirror|surfaces|start|config|main',
      'Endpoints are data: adapters know them, they know no adapter.',
    ),
    above('surfaces-know-no-start', 'surfaces', 'mirror|start|config|main', 'Surfaces are handed what they need.'),
    above(
      'config-knows-settings',
      'config',
      'accounts|access|ingest|mirror|serving|catalogue|surfaces|start|main',
      'Only values.',
    ),
    above('start-knows-no-main', 'start', 'main', 'The wiring uses the parts of a start, not the other way round.'),
    {
      name: 'only-main-is-the-entry',
      comment: 'Other packages see what main.ts exports.',
      severity: 'error',
      from: { path: '^packages/(sdk|cli|console|simulator)/src/' },
      to: { path: '^packages/server/src/', pathNot: '^packages/server/src/main[.]ts$' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^packages/server/src/' },
      to: { path: '^packages/(sdk|cli|console|simulator)/' },
    },
    {
      name: 'sdk-imports-nothing',
      comment: 'It runs wherever fetch does.',
      severity: 'error',
      from: { path: '^packages/sdk/src/' },
      to: { pathNot: '^packages/sdk/src/' },
    },
    {
      name: 'simulator-imports-nothing',
      comment: 'Truth must not depend on what it is compared with.',
      severity: 'error',
      from: { path: '^packages/simulator/src/' },
      to: { pathNot: '^packages/simulator/src/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: '^(packages/[^/]+/test|test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What browsers run imports by address.
    exclude: { path: '/dist/|^packages/[^/]+/types/|/surfaces/docs/assets/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
