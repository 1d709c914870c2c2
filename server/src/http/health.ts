import { pendingMigrations, type Db, type Orm } from '@wallchart/db';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';

/** `/health`: the process answers. `/ready`: the database does, and has every migration. */
export function addHealthRoutes(app: FastifyInstance, orm: Orm, db: Db): void {
  app.get('/health', async () => ({ status: 'ok', uptimeSeconds: Math.round(process.uptime()) }));
  app.get('/ready', async (request, reply) => {
    if (app.draining.hasBegun())
      return reply.code(503).send({ status: 'not ready', reason: 'The server is stopping.' });
    try {
      await sql`select 1`.execute(db);
      const pending = await pendingMigrations(orm);
      if (pending.length === 0) return { status: 'ready' };
      return await reply
        .code(503)
        .send({ status: 'not ready', reason: `${pending.length} migrations are pending.`, pending });
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      return reply.code(503).send({ status: 'not ready', reason: 'The database does not answer.' });
    }
  });
}
