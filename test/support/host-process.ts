/* Runs commands and servers of the build in one process, for `host.ts`: their code is loaded once and is warm. */
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Hosted from '../../server/src/cli/hosted.ts';
import type { Answered, Asked, Done, Task } from './host-messages.ts';

enableCompileCache();
const built = process.env['WALLCHART_BUILT'] ?? '';
const { readConfig, run, startServer } = (await import(
  pathToFileURL(join(dirname(built), 'hosted.js')).href
)) as typeof Hosted;

const servers = new Map<string, Hosted.ServerHandle>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const environment = { ...process.env };
const OUTPUTS = ['stdout', 'stderr'] as const;

/** Runs a command as a process would: its settings are the environment, what it writes is kept. */
async function runCommand(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Done> {
  const output = { stdout: '', stderr: '' };
  for (const name of OUTPUTS) {
    process[name].write = (text: string | Uint8Array) => {
      output[name] += String(text);
      return true;
    };
  }
  process.env = { ...environment, ...settings };
  try {
    return { kind: 'run', code: await run(args), ...output };
  } finally {
    process.env = environment;
    for (const name of OUTPUTS) Reflect.deleteProperty(process[name], 'write');
    for (const signal of SIGNALS) process.removeAllListeners(signal);
  }
}

async function serve(settings: Readonly<Record<string, string>>): Promise<Done> {
  const lost = (reason: string): never => {
    throw new Error(reason);
  };
  const { signal } = new AbortController();
  const server = await startServer(readConfig({ ...environment, ...settings }), {
    say: () => undefined,
    signal,
    dashboard: Promise.resolve(),
    onLost: lost,
  });
  servers.set(server!.url, server!);
  return { kind: 'serve', url: server!.url };
}

async function stop(url: string): Promise<Done> {
  await servers.get(url)?.close();
  servers.delete(url);
  return { kind: 'stop', url };
}

function fulfil(task: Task): Promise<Done> {
  if (task.kind === 'run') return runCommand(task.args, task.settings);
  return task.kind === 'serve' ? serve(task.settings) : stop(task.url);
}

/** One after the other: commands share the environment and what they write to. */
let last: Promise<unknown> = Promise.resolve();
process.on('message', ({ id, task }: Asked) => {
  last = last.then(async () => {
    const answer: Answered = await fulfil(task).then(
      (done) => ({ id, done }),
      (error: unknown) => ({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
    process.send!(answer);
  });
});
process.once('disconnect', () => process.exit());
