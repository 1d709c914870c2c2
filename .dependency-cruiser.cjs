/** Imports run downwards only: db <- server <- test; dashboard/src/charts <- server/src/exports; nothing else crosses. */
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
      comment: 'only server/src/exports may reach into the dashboard, and only for its charts',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/src/exports/' },
      to: { path: '^dashboard/' },
    },
    {
      name: 'exports-take-only-charts',
      comment: 'and what charts themselves rest on: how figures are written, and the words of states',
      severity: 'error',
      from: { path: '^server/src/exports/' },
      to: { path: '^dashboard/(?!src/(charts|format|terms)/)' },
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
      from: { path: '^dashboard/src/charts/', pathNot: '\\.test\\.ts$' },
      to: { path: '^dashboard/src/(?!charts/|format/|terms/)|node_modules/(vue|vue-echarts|@urql)' },
    },
    {
      name: 'echarts-only-in-charts',
      severity: 'error',
      from: { path: '^dashboard/src/', pathNot: '^dashboard/src/charts/' },
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
