import type { FastifyInstance } from 'fastify';
import { createContext, type Services } from '../../graphql-types/context.ts';
import { readBriefingRequest } from './briefing-request.ts';
import { makeBriefing, type BriefingSources } from './briefing.service.ts';

/** `GET /exports/briefing.html?campaign=…&unit=…&asOf=…&knownAt=…&tree=then|now&lang=zh|en`: the briefing as one file. */
export function addBriefingRoute(app: FastifyInstance, services: Services, sources: BriefingSources): void {
  app.get<{ Querystring: Record<string, string | undefined> }>('/exports/briefing.html', async (request, reply) => {
    const { query, lang } = readBriefingRequest(request.query);
    const { file, fileName, snapshot } = await makeBriefing(
      sources,
      await createContext(services, request.log),
      query,
      lang,
    );
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-length': file.length,
        'content-disposition': `attachment; filename="briefing.html"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        'cache-control': 'no-store',
        'x-wallchart-digest': snapshot.digest,
      })
      .send(file);
  });
}
