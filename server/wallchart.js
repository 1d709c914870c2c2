// The `wallchart` command. JavaScript, as what is compiled (TypeScript too) is kept from here on only.
import { enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';

enableCompileCache();
// Who has just built the server, as a run of tests has, names the build: no source is read to see whether it is stale.
const built = process.env['WALLCHART_BUILT'];
const command = built ?? (await (await import('./build-if-stale.ts')).buildIfStale());
await import(pathToFileURL(command).href);
