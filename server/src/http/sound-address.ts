import type { FastifyInstance, FastifyRequest } from 'fastify';
import { WallchartError } from '../domain/errors.ts';
import { LONGEST_TEXT } from '../graphql-types/text-argument.ts';
import { isSound, unsoundText } from '../domain/sound-text.ts';

/**
 * Reads the parameters of every address but those of pages, before a route sees them: each is given once, and its text
 * is one that the database can hold and no longer than anything on record. A page's own parameters are the page's.
 */
export function refuseUnsoundAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', async (request: FastifyRequest) => {
    if (request.is404 || request.routeOptions.url === '/') return;
    for (const [name, value] of Object.entries((request.params ?? {}) as Record<string, string>)) {
      if (!isSound(value)) throw unsoundText(name === '*' ? 'The address' : name);
    }
    checkQuery(request.url, request.routeOptions.url === '/graphql' ? Number.POSITIVE_INFINITY : LONGEST_TEXT);
  });
}

/** @param longest characters of a value; a GraphQL query has limits of its own */
function checkQuery(url: string, longest: number): void {
  const start = url.indexOf('?');
  if (start < 0) return;
  const seen = new Set<string>();
  for (const pair of url.slice(start + 1).split('&')) {
    const end = pair.indexOf('=');
    const name = decoded(end < 0 ? pair : pair.slice(0, end), 'The name of a parameter');
    const value = end < 0 ? '' : decoded(pair.slice(end + 1), name);
    if (!isSound(name)) throw unsoundText('The name of a parameter');
    if (!isSound(value)) throw unsoundText(name);
    if (value.length > longest) throw tooLong(name, value.length);
    if (seen.has(name)) throw new WallchartError('BAD_INPUT', `${name} is given more than once. 参数重复。`);
    if (name !== '') seen.add(name);
  }
}

function decoded(text: string, name: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    const message = `${name.slice(0, 60)}: a percent sign must begin a byte of UTF-8, as in %E5%8E%BF. 地址编码有误。`;
    throw new WallchartError('BAD_INPUT', message);
  }
}

const tooLong = (name: string, length: number): WallchartError =>
  new WallchartError(
    'BAD_INPUT',
    `${name.slice(0, 60)} has ${length} characters; at most ${LONGEST_TEXT} are allowed. 文字过长，最多${LONGEST_TEXT}个字符。`,
    { place: name.slice(0, 60), limit: LONGEST_TEXT },
  );
