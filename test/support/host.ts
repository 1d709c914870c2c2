import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endWithUs } from '../../db/testing/end-with-us.ts';
import { ROOT } from './process.ts';
import type { Answered, Asked, Done, Task } from './host-messages.ts';

const PROCESS = fileURLToPath(new URL('./host-process.ts', import.meta.url));

interface Waiting {
  readonly resolve: (answer: Answered) => void;
  readonly reject: (error: Error) => void;
}

/** Has a task done, after those that were given before. */
export type Host = (task: Task) => Promise<Done>;

/** A process for many tasks, started with the first of them; it ends with this one. */
export function host(): Host {
  let child: ChildProcess | undefined;
  let asked = 0;
  const waiting = new Map<number, Waiting>();
  const start = (): ChildProcess => {
    const { started, output } = startProcess();
    started.on('message', (answer: Answered) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    });
    started.once('exit', (code, signal) => {
      child = undefined;
      const ended = new Error(`The process for many commands has ended (${code ?? signal}).\n${output()}`);
      for (const { reject } of waiting.values()) reject(ended);
      waiting.clear();
    });
    return started;
  };
  return async (task) => {
    child ??= start();
    const id = (asked += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    waiting.set(id, { resolve, reject });
    child.send({ id, task } satisfies Asked);
    const answer = await promise;
    if ('failed' in answer) throw new Error(answer.failed);
    return answer.done;
  };
}

function startProcess(): { started: ChildProcess; output: () => string } {
  const { DATABASE_URL: _, ...environment } = process.env;
  const started = fork(PROCESS, {
    cwd: ROOT,
    env: { ...environment, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    execArgv: ['--max-semi-space-size=32'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (started.pid !== undefined) endWithUs(started.pid, 'SIGTERM');
  let written = '';
  for (const output of [started.stdout, started.stderr]) {
    output?.on('data', (chunk: Buffer) => (written = (written + chunk.toString()).slice(-8_000)));
  }
  return { started, output: () => written };
}
