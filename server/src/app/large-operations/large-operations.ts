import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { WallchartError } from '../../domain/errors.ts';
import type { Apart } from '../../graphql/answer-apart.ts';
import { within } from '../../domain/within.ts';
import type { Answer, FromProcess, Settings, ToProcess } from '../../graphql/large-operation-messages.ts';

/** The built module of the process, beside that of the server. */
const MODULE = fileURLToPath(new URL('large-operations.js', import.meta.url));

/** After the last of them the process ends, and with it what it takes of memory. */
const IDLE_MS = 300_000;
/** How long to wait before a process is started again that ended on its own. */
const PAUSE_MS = 10_000;
/** How long it may take to end. */
const CLOSE_MS = 1_000;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A process of its own for large operations, of lower priority: what they compute and keep in memory then holds up no small one.
 * It starts with the first of them, which the server answers itself until it is up, and ends when none has come for a while.
 */
export class LargeOperations implements Apart {
  readonly #settings: Settings;
  readonly #log: Logger;
  readonly #waiting = new Map<number, Waiting>();
  #process: ChildProcess | undefined;
  #isReady = false;
  #asked = 0;
  #notBefore = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(settings: Settings, log: Logger) {
    this.#settings = settings;
    this.#log = log;
  }

  answer: Apart['answer'] = async (request, signal) => {
    signal?.throwIfAborted();
    this.#process ??= this.#start();
    if (!this.#isReady) return undefined;
    const id = (this.#asked += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const cancel = (): void => {
      this.#send({ kind: 'cancel', id });
      reject(signal?.reason as Error);
    };
    this.#waiting.set(id, { resolve, reject });
    signal?.addEventListener('abort', cancel, { once: true });
    this.#send({ kind: 'ask', id, request });
    try {
      return await promise;
    } finally {
      this.#waiting.delete(id);
      signal?.removeEventListener('abort', cancel);
      this.#endWhenIdle();
    }
  };

  /** Ends the process; what it works on is not answered any more. */
  async close(): Promise<void> {
    this.#notBefore = Number.POSITIVE_INFINITY;
    const child = this.#end();
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await within(CLOSE_MS, ended);
    child.kill('SIGKILL');
  }

  #start(): ChildProcess | undefined {
    if (Date.now() < this.#notBefore || !existsSync(MODULE)) return undefined;
    const child = fork(MODULE, { serialization: 'advanced' });
    child.on('message', (message: FromProcess) => this.#heed(message));
    const onLost = (reason: object): void => void (child === this.#process && this.#lost(reason));
    child.once('error', (error) => onLost({ err: error }));
    child.once('exit', (code, signal) => onLost({ code, signal }));
    child.send({ kind: 'open', settings: this.#settings } satisfies ToProcess);
    return child;
  }

  #send(message: ToProcess): void {
    // `exit` reports one that has ended.
    this.#process?.send(message, () => undefined);
  }

  #heed(message: FromProcess): void {
    if (message.kind === 'answer') this.#waiting.get(message.id)?.resolve(message.answer);
    else {
      this.#isReady = true;
      this.#endWhenIdle();
    }
  }

  #endWhenIdle(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#waiting.size === 0 && this.#end(), IDLE_MS).unref();
  }

  /** Tells the process to end, which it then does on its own. */
  #end(): ChildProcess | undefined {
    clearTimeout(this.#idle);
    const child = this.#process;
    this.#process = undefined;
    this.#isReady = false;
    if (child?.connected) child.disconnect();
    return child;
  }

  #lost(reason: object): void {
    this.#end();
    this.#notBefore = Date.now() + PAUSE_MS;
    this.#log.error(reason, 'the process for large operations has ended on its own');
    for (const { reject } of this.#waiting.values()) reject(lost());
  }
}

const lost = (): WallchartError =>
  new WallchartError(
    'SERVER_BUSY',
    'The answer was lost: the process that worked on it has ended. Try again in a few seconds, or ask for less at once. 本次查询未完成，请稍后再试或分次查询。',
    { retryAfter: 10 },
  );
