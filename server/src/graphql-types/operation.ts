import { currentCaller, Reads, type Caller, type Places } from '@wallchart/db';
import { WallchartError } from '../domain/errors.ts';

/** One operation while it is answered: who asks, whether the answer is still wanted, and its share of the database. */
export class Operation implements Caller {
  /** The address that asks. */
  readonly client: string;
  /** What its answer is read from. */
  readonly reads = new Reads();
  readonly #stop = new AbortController();
  #connections: Places | undefined;
  #firm = false;

  constructor(client: string) {
    this.client = client;
  }

  /** Undefined once it is to run to its end. */
  get signal(): AbortSignal | undefined {
    return this.#firm ? undefined : this.#stop.signal;
  }

  /** Whether it goes on when no one waits for it. */
  get runsToEnd(): boolean {
    return this.#firm;
  }

  get connections(): Places | undefined {
    return this.#connections;
  }

  /** Whether it is one of those that run one at a time. */
  get isLarge(): boolean {
    return this.#connections !== undefined;
  }

  /** No one waits for the answer any more. */
  stop(reason: WallchartError): void {
    this.#stop.abort(reason);
  }

  /** From now on it runs to its end, even if its client has left: a change is not left half done. */
  keepRunning(): void {
    this.#firm = true;
  }

  /** It is a large one: it shares some connections with others of its kind. */
  limitTo(connections: Places): void {
    this.#connections = connections;
  }
}

/** The operation that is being answered; undefined outside of one. */
export function currentOperation(): Operation | undefined {
  const caller = currentCaller();
  return caller instanceof Operation ? caller : undefined;
}

/** The client has closed its connection. */
export const clientGone = (): WallchartError =>
  new WallchartError('ABORTED', 'The client closed the connection before the answer was ready. 客户端已断开连接。');
