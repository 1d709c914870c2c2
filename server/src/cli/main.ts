import 'reflect-metadata';
import { EXIT, sayError } from './output.ts';
import { run } from './run.ts';

/** A reader that has seen enough (`| head`) ends the command; an output that cannot be written is reported. */
function endForOutput(error: NodeJS.ErrnoException): never {
  process.exit(error.code === 'EPIPE' ? EXIT.done : sayError(error, false));
}

// A command that has no better answer to a request to stop ends at once, and the database that it started with it.
for (const [name, status] of [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.on(name, () => process.listenerCount(name) === 1 && process.exit(status));
}
// What is thrown where no one waits for it, such as the loss of a connection, ends the command in words too.
process.on('uncaughtException', (error) => process.exit(sayError(error, process.argv.includes('--json'))));
for (const output of [process.stdout, process.stderr]) output.on('error', endForOutput);
const status = await run(process.argv.slice(2));
process.exit(process.exitCode ?? status);
