import type { FastifyInstance, FastifyRequest } from 'fastify';
import { WallchartError } from '../domain/errors.ts';

interface Place {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Answers 405 with `Allow` where an address exists for other methods only. Routes are heeded that are added after the call. */
export function refuseOtherMethods(app: FastifyInstance): void {
  const places = new Map<string, Place>();
  app.addHook('onRoute', ({ url, method }) => {
    const place = places.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    [method].flat().forEach((one) => place.methods.add(one));
    places.set(url, place);
  });
  app.addHook('onRequest', async (request: FastifyRequest, reply) => {
    if (!request.is404) return;
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = [...places.values()]
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((place) => [...place.methods]);
    if (methods.length === 0 || methods.includes(request.method)) return;
    const allowed = [...new Set(methods)].sort().join(', ');
    reply.header('allow', allowed);
    throw new WallchartError('METHOD_NOT_ALLOWED', `${path} takes ${allowed}, not ${request.method}. 不支持此方法。`);
  });
}

/** The addresses that a route such as `/cards/:file` or `/graphiql/*` answers. */
function patternOf(url: string): RegExp {
  const literal = url.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`);
}
