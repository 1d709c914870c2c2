import { WallchartError } from '../domain/errors.ts';

/** Operations of one kind, by what they cost. */
export interface Lane {
  /** The cost up to which an operation belongs here. */
  readonly upTo: number;
  /** Operations of it that run at a time. */
  readonly atOnce: number;
}

export interface TurnOptions {
  /** From the cheapest; the last one takes all that is left. */
  readonly lanes: readonly Lane[];
  /** Operations that wait at most, in all and of one client. */
  readonly waiting: number;
  readonly waitingOfClient: number;
  /** Milliseconds that an operation waits at most. */
  readonly patienceMs: number;
}

export interface Applicant {
  readonly cost: number;
  /** Who asks, to be fair among those who do. */
  readonly client: string;
  readonly signal?: AbortSignal | undefined;
}

interface Waiting extends Applicant {
  readonly lane: Lane;
  readonly start: () => void;
}

/**
 * Lets a few operations of each lane run at a time. Of those who wait, the client with the fewest running comes first, and of
 * its operations the cheapest. Lanes do not wait for each other.
 */
export class Turns {
  readonly #options: TurnOptions;
  readonly #running: { readonly lane: Lane; readonly client: string }[] = [];
  readonly #waiting: Waiting[] = [];

  constructor(options: TurnOptions) {
    this.#options = options;
  }

  /** The place of a cost among the lanes, 0 for the cheapest. */
  laneOf(cost: number): number {
    const { lanes } = this.#options;
    const found = lanes.findIndex(({ upTo }) => cost <= upTo);
    return found === -1 ? lanes.length - 1 : found;
  }

  /**
   * Waits for a turn.
   *
   * @returns ends the turn; calling it again does nothing
   * @throws WallchartError SERVER_BUSY when too many wait, or when it has waited too long; the reason of `signal`
   */
  async enter(applicant: Applicant): Promise<() => void> {
    applicant.signal?.throwIfAborted();
    const lane = this.#options.lanes[this.laneOf(applicant.cost)]!;
    if (this.#hasRoom(lane)) return this.#start(lane, applicant.client);
    const ofClient = this.#waiting.filter(({ client }) => client === applicant.client);
    if (this.#waiting.length >= this.#options.waiting || ofClient.length >= this.#options.waitingOfClient) throw busy();
    return this.#wait(lane, applicant);
  }

  #hasRoom(lane: Lane): boolean {
    return this.#running.filter((one) => one.lane === lane).length < lane.atOnce;
  }

  #start(lane: Lane, client: string): () => void {
    const one = { lane, client };
    this.#running.push(one);
    return () => {
      const place = this.#running.indexOf(one);
      if (place === -1) return;
      this.#running.splice(place, 1);
      this.#next(lane);
    };
  }

  async #wait(lane: Lane, applicant: Applicant): Promise<() => void> {
    const { signal, client } = applicant;
    const { promise, resolve, reject } = Promise.withResolvers<() => void>();
    const waiting: Waiting = { ...applicant, lane, start: () => resolve(this.#start(lane, client)) };
    const giveUp = (reason: unknown): void => {
      const place = this.#waiting.indexOf(waiting);
      if (place === -1) return;
      this.#waiting.splice(place, 1);
      reject(reason);
    };
    const leave = (): void => giveUp(signal?.reason);
    const timer = setTimeout(() => giveUp(busy()), this.#options.patienceMs);
    signal?.addEventListener('abort', leave, { once: true });
    this.#waiting.push(waiting);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    }
  }

  #next(lane: Lane): void {
    const candidates = this.#waiting.filter((one) => one.lane === lane);
    if (candidates.length === 0 || !this.#hasRoom(lane)) return;
    const runningOf = (client: string): number => this.#running.filter((one) => one.client === client).length;
    const [first] = candidates.toSorted((a, b) => runningOf(a.client) - runningOf(b.client) || a.cost - b.cost);
    this.#waiting.splice(this.#waiting.indexOf(first!), 1);
    first!.start();
  }
}

const busy = (): WallchartError =>
  new WallchartError(
    'SERVER_BUSY',
    'Too many requests are waiting; this one was not begun. Try again in a few seconds, or ask for less at once. 请求过多，本次未执行，请稍后再试或分次查询。',
    { retryAfter: 5 },
  );
