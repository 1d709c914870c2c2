import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { WallchartError } from '../domain/errors.ts';

type Address = Pick<Config, 'host' | 'port'>;

/** How many ports after one that is taken are tried, to name a free one. */
const TRIED = 20;

/**
 * Finds out before anything is started whether the server will be able to listen.
 *
 * @throws WallchartError PORT_TAKEN, naming a port that is free; ADDRESS_UNUSABLE
 */
export async function checkAddress(address: Address): Promise<void> {
  const error = await probePort(address);
  if (error) throw await describeError(error, address);
}

/** @throws WallchartError PORT_TAKEN, ADDRESS_UNUSABLE */
export async function listen(app: FastifyInstance, address: Address): Promise<void> {
  try {
    await app.listen({ host: address.host, port: address.port });
  } catch (error) {
    throw await describeError(error as NodeJS.ErrnoException, address);
  }
}

/** Address for people. */
export function urlOf(app: FastifyInstance, { host, port }: Address): string {
  const address = app.server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return `http://${host === '::1' ? '[::1]' : host === '0.0.0.0' ? '127.0.0.1' : host}:${actual}`;
}

/** What a listener at that address is refused with; null if it may listen. */
function probePort({ host, port }: Address): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen({ host, port }, () => probe.close(() => resolve(null)));
  });
}

async function describeError(error: NodeJS.ErrnoException, { host, port }: Address): Promise<Error> {
  switch (error.code) {
    case 'EADDRINUSE':
      return new WallchartError(
        'PORT_TAKEN',
        `Port ${port} is taken: another Wallchart or another program listens on ${host}:${port}. ` +
          `Stop it, or start with another port: PORT=${await freePortAfter(host, port)}.`,
        { port },
      );
    case 'EACCES':
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new WallchartError(
        'ADDRESS_UNUSABLE',
        error.code === 'EACCES'
          ? `This user may not listen on port ${port}. Start with a port above 1023, such as PORT=4000.`
          : `This machine has no address ${host} to listen on. Start with another one: HOST=127.0.0.1.`,
        { host, port },
      );
    default:
      return error;
  }
}

/** A port after the given one that is free; 0, which takes any free one, if none of the next is. */
async function freePortAfter(host: string, taken: number): Promise<number> {
  for (let port = taken + 1; port <= Math.min(taken + TRIED, 65_535); port++) {
    if ((await probePort({ host, port })) === null) return port;
  }
  return 0;
}
