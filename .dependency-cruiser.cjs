const NOT_PRODUCT = '\\.test\\.ts$';

/**
 * Rooms of server/src, from the top floor down: a room imports only rooms below it, type imports included. Beside them: db <- server <- test;
 * dashboard/charts <- server, dashboard; nothing else crosses.
 */
const FLOORS = [
  'cli',
  'app',
  'http',
  'graphql',
  'features',
  'graphql-types',
  'jobs',
  'rendering',
  'metrics',
  'recording',
  'access',
  'ledger',
  'loading',
  'database',
  'config',
  'reading',
  'domain',
];

/** The same of dashboard/src. */
const DASHBOARD_FLOORS = [
  'router',
  'features',
  'layout',
  'components',
  'page',
  'campaign',
  'terms',
  'i18n',
  'address',
  'api',
  'storage',
];

const downwards = (base, rooms) =>
  rooms.slice(1).map((room, floor) => ({
    name: `${room}-imports-only-downwards`,
    severity: 'error',
    from: { path: `^${base}/${room}/`, pathNot: NOT_PRODUCT },
    to: { path: `^${base}/(${rooms.slice(0, floor + 1).join('|')})/` },
  }));

module.exports = {
  FLOORS,
  forbidden: [
    ...downwards('server/src', FLOORS),
    ...downwards('dashboard/src', DASHBOARD_FLOORS),
    {
      name: 'every-file-has-a-room',
      comment: 'a file of server/src stands in one of the rooms',
      severity: 'error',
      from: {},
      to: { path: '^server/src/', pathNot: `^server/src/(${FLOORS.join('|')})/` },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circular-types',
      comment: 'a circle through a type import is one too',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'db-is-the-bottom',
      comment: 'db knows nothing of server, dashboard or test',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(server|dashboard|test)/' },
    },
    {
      name: 'dashboard-stands-alone',
      comment: 'the dashboard imports its own files and generated types only',
      severity: 'error',
      from: { path: '^dashboard/' },
      to: { path: '^(server|db|test)/' },
    },
    {
      name: 'server-takes-only-charts',
      comment: 'of the dashboard the server knows the package @wallchart/charts only',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^dashboard/(?!charts/)' },
    },
    {
      name: 'figures-know-no-charts',
      severity: 'error',
      from: { path: '^server/src/(domain|database|ledger|access|recording|metrics)/' },
      to: { path: '^dashboard/' },
    },
    {
      name: 'charts-by-their-name',
      comment: 'the package is imported as @wallchart/charts, never by a path into it',
      severity: 'error',
      from: { path: '^(server|dashboard/src)/' },
      to: { path: '^dashboard/charts/', dependencyTypes: ['local'] },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(server|dashboard|db)/', pathNot: '\\.test\\.ts$|/testing/|^db/factories/' },
      to: { path: '^test/|\\.test\\.ts$|^server/testing/|^db/(testing|factories)/' },
    },
    {
      name: 'features-by-the-front-door',
      comment: 'a server feature is entered through its index.ts (or by its own files)',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/' },
      to: {
        path: '^server/src/features/([^/]+)/',
        pathNot: ['^server/src/features/$1/', '/index\\.ts$', '\\.types\\.ts$'],
      },
    },
    {
      name: 'charts-are-pure',
      comment: 'chart functions run on the server too: no Vue, no features, no GraphQL client',
      severity: 'error',
      from: { path: '^dashboard/charts/' },
      to: { path: '^dashboard/(?!charts/)|node_modules/(vue|vue-echarts|@tanstack)' },
    },
    {
      name: 'echarts-only-in-charts',
      severity: 'error',
      from: { path: '^dashboard/src/' },
      to: { path: 'node_modules/echarts/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|/generated/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
