import { expect, it } from 'vitest';
import { Turns, type TurnOptions } from './turns.ts';

const turns = (more: Partial<TurnOptions> = {}): Turns =>
  new Turns({
    lanes: [
      { upTo: 10, atOnce: 2 },
      { upTo: 1000, atOnce: 1 },
    ],
    waiting: 10,
    waitingOfClient: 5,
    patienceMs: 10_000,
    ...more,
  });

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Enters for an operation, and notes its name when its turn comes. */
function enter(among: Turns, log: string[], name: string, cost: number, client = 'a', signal?: AbortSignal) {
  return among.enter({ cost, client, signal }).then((leave) => {
    log.push(name);
    return leave;
  });
}

it('lets cheap operations start while expensive ones wait, and never more than a lane takes', async () => {
  const [among, log] = [turns(), [] as string[]];
  const leave = await enter(among, log, 'large', 100);
  const second = enter(among, log, 'second', 100);
  await Promise.all([enter(among, log, 'small', 1), enter(among, log, 'small too', 1)]);
  enter(among, log, 'third small', 1).catch(() => undefined);
  await settled();
  expect(log).toEqual(['large', 'small', 'small too']);
  leave();
  await second;
  expect(log).toEqual(['large', 'small', 'small too', 'second']);
});

it('takes the cheapest first, and a client with nothing running before one that has', async () => {
  const [among, log] = [turns(), [] as string[]];
  const leave = await enter(among, log, 'first', 100, 'a');
  enter(among, log, 'a cheap one, too', 5, 'a').catch(() => undefined);
  const waiting = [
    enter(among, log, '900 of a', 900, 'a'),
    enter(among, log, '200 of a', 200, 'a'),
    enter(among, log, '800 of b', 800, 'b'),
  ];
  await settled();
  leave();
  for (const one of [waiting[2]!, waiting[1]!, waiting[0]!]) (await one)();
  expect(log.slice(2)).toEqual(['800 of b', '200 of a', '900 of a']);
});

it('refuses what would wait as one too many, in all and of one client', async () => {
  const among = turns({ waiting: 3, waitingOfClient: 2 });
  const wait = (client: string): Promise<() => void> => among.enter({ cost: 100, client });
  await wait('a');
  const waiting = [wait('a'), wait('a')];
  await expect(wait('a')).rejects.toMatchObject({ code: 'SERVER_BUSY' });
  waiting.push(wait('b'));
  await expect(wait('c')).rejects.toMatchObject({ code: 'SERVER_BUSY' });
  void Promise.allSettled(waiting);
});

it('refuses what has waited too long, and forgets what no one waits for', async () => {
  const [among, log] = [turns({ patienceMs: 20 }), [] as string[]];
  const leave = await enter(among, log, 'first', 100);
  await expect(enter(among, log, 'late', 100)).rejects.toMatchObject({ code: 'SERVER_BUSY' });
  const gone = new AbortController();
  const left = enter(among, log, 'left', 100, 'a', gone.signal);
  const next = enter(among, log, 'next', 200);
  gone.abort(new DOMException('gone', 'AbortError'));
  await expect(left).rejects.toThrow('gone');
  leave();
  await next;
  expect(log).toEqual(['first', 'next']);
});
