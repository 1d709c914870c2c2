import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '@wallchart/db/embedded';
import { readConfig } from './src/config/config.ts';

/**
 * The server of `pnpm dev`, started again whenever its code changes. The embedded database runs here, beside it, and goes on meanwhile:
 * to stop and start it takes longer than the server.
 */
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

const { databaseUrl, dataDir } = readConfig();
const database =
  databaseUrl === null
    ? await startEmbedded({
        dataDir,
        onProgress: ({ message }) => process.stdout.write(`${message}\n`),
        onUnexpectedExit: (lastWords) => {
          process.stderr.write(`The database ended unexpectedly. ${lastWords}\n`);
          stopping.abort();
        },
        signal: stopping.signal,
      })
    : null;

const serve = fileURLToPath(new URL('./src/cli/main.ts', import.meta.url));
const tsx = fileURLToPath(import.meta.resolve('tsx/cli'));
const watched = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', serve, 'serve'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  // A group of its own: Ctrl-C is passed on once. A second signal would make tsx kill the server.
  detached: process.platform !== 'win32',
  env: { WALLCHART_STOP_SECONDS: '1', ...process.env, ...(database && { DATABASE_URL: database.url }) },
});
stopping.signal.addEventListener('abort', () => watched.kill());
if (stopping.signal.aborted) watched.kill();
await once(watched, 'exit');
await database?.stop();
process.exit();
