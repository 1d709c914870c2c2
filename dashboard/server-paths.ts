/** Where addresses of the server begin; `vite` sends them on to it during development, all others are pages or files of the dashboard. */
export const SERVER_PATHS = [
  '/graphql',
  '/graphiql',
  '/uploads',
  '/imports/',
  '/exports/',
  '/circulars/',
  '/cards/',
  '/template.xlsx',
  '/health',
  '/ready',
] as const;
