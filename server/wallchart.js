// The `wallchart` command. JavaScript, as what is compiled (TypeScript too) is kept from here on only.
import { enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';

enableCompileCache();
const { buildIfStale } = await import('./build-if-stale.ts');
const command = await buildIfStale();
await import(pathToFileURL(command).href);
