import { pendingMigrations, type Orm } from '@wallchart/db';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { SystemDb } from '../database/handles.ts';
import { freeBytesOf, LEAST_FREE_BYTES } from './free-space.ts';

/**
 * `/health`: the process answers. `/ready`: it takes requests, the database answers and has every migration, and the disk
 * has room for a change. On a full disk questions are still answered.
 *
 * @param folders where it is written to
 */
export function addHealthRoutes(app: FastifyInstance, orm: Orm, system: SystemDb, folders: readonly string[]): void {
  app.get('/health', async () => ({ status: 'ok', uptimeSeconds: Math.round(process.uptime()) }));
  app.get('/ready', async (request, reply) => {
    if (app.draining.hasBegun())
      return reply.code(503).send({ status: 'not ready', reason: 'The server is stopping.' });
    try {
      const free = await freeBytesOf(folders);
      if (free < LEAST_FREE_BYTES) {
        const reason = `The disk is full (${Math.floor(free / 1e6)} MB left): nothing can be written. 磁盘空间不足。`;
        return await reply.code(503).send({ status: 'not ready', reason });
      }
      await sql`select 1`.execute(system);
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
