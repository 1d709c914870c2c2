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

/** Where the server that `pnpm dev` starts beside Vite listens: both read the same PORT and HOST. WALLCHART_SERVER names another one. */
export function serverAddress({ WALLCHART_SERVER, PORT, HOST }: Readonly<Record<string, string | undefined>>): string {
  const host = HOST || '127.0.0.1';
  return WALLCHART_SERVER || `http://${host.includes(':') ? `[${host}]` : host}:${PORT || '4000'}`;
}
