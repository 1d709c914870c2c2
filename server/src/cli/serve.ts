import { defineCommand } from 'citty';
import { readConfig } from '../config.ts';
import { startServer } from '../main.ts';
import { EXIT, note, say } from './output.ts';
import { untilAskedToStop } from './until-asked-to-stop.ts';

export default defineCommand({
  meta: { name: 'serve', description: 'Start the database and serve the dashboard and the API, until Ctrl-C.' },
  run: async () => {
    const stopping = untilAskedToStop(note);
    const server = await startServer(readConfig(), { say, signal: stopping.signal, onLost: stopping.fail });
    if (server) say(`\nWallchart is ready: ${server.url}\nCtrl-C stops it.`);
    const failed = await stopping.asked;
    await server?.close();
    if (failed === null) return EXIT.done;
    note(`wallchart: ${failed}`);
    return EXIT.refused;
  },
});
