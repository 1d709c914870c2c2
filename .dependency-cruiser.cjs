/** Imports run downwards only: db <- server <- test; dashboard/charts <- server, dashboard; nothing else crosses. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
      to: { path: '^test/|\\.test\\.ts$|^db/(testing|factories)/' },
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
      name: 'metrics-know-no-features',
      severity: 'error',
      from: { path: '^server/src/metrics/' },
      to: { path: '^server/src/(features|http|cli)/' },
    },
    {
      name: 'charts-are-pure',
      comment: 'chart functions run on the server too: no Vue, no features, no GraphQL client',
      severity: 'error',
      from: { path: '^dashboard/charts/' },
      to: { path: '^dashboard/(?!charts/)|node_modules/(vue|vue-echarts|@urql)' },
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
