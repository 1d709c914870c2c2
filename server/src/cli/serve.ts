import { defineCommand } from 'citty';
import { readConfig, type Config } from '../config/config.ts';
import { WallchartError } from '../domain/errors.ts';
import { checkAddress } from '../app/listening.ts';
import { useDataFolder } from '@wallchart/db/data-folder';
import { EXIT, note, say } from './output.ts';
import { buildDashboard } from './build-dashboard.ts';
import { shutdownSignal } from './shutdown-signal.ts';

export default defineCommand({
  meta: { name: 'serve', description: 'Start the database and serve the dashboard and the API. Ctrl-C stops it.' },
  args: { build: { type: 'boolean', description: 'Rebuild the dashboard first if its source has changed.' } },
  run: async ({ args }) => {
    const stopping = shutdownSignal(note);
    const config = readConfig();
    // Fail fast: report what blocks the start before loading the rest of the code.
    await checkAddress(config).catch((error: unknown) => explain(error, config));
    await useDataFolder(config.dataDir);
    const dashboard = args.build ? buildDashboard(stopping.signal) : Promise.resolve();
    const { startServer } = await import('../app/start.ts');
    const server = await startServer(config, { say, signal: stopping.signal, onLost: stopping.fail, dashboard });
    if (server) say(`\nWallchart is ready: ${server.url}\nCtrl-C stops it.`);
    const failed = await stopping.requested;
    await server?.close();
    if (failed === null) return EXIT.done;
    note(`wallchart: ${failed}`);
    return EXIT.refused;
  },
});

/** A port in use is usually taken by a Wallchart that is already running; the message then says where. */
async function explain(error: unknown, { host, port, dataDir }: Config): Promise<never> {
  if (!(error instanceof WallchartError) || error.code !== 'PORT_TAKEN') throw error;
  const { findRunning } = await import('@wallchart/db');
  const running = await findRunning(dataDir);
  if (!running) throw error;
  throw new WallchartError(
    'PORT_TAKEN',
    `Wallchart is already running on the data folder ${dataDir} (process ${running.pid}), and port ${port} is in use, most likely ` +
      `by it: open http://${host}:${port}, or stop it first. A second server needs its own folder and port ` +
      '(WALLCHART_DATA, PORT).',
    { port },
  );
}
