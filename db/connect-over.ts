import { MikroORM, type EntityManager, type PostgreSqlDriver } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import type { PoolClient } from 'pg';
import { MIGRATIONS_BASE, ormBase, type Orm } from './connect.ts';

/**
 * An Orm whose every statement goes over one connection that the caller holds, and so into the transaction that is open on it. Its
 * migrations open none of their own. Closing it leaves the connection open.
 *
 * @param client taken from the pool of `of`
 */
export function connectOver(client: PoolClient, of: Orm): Promise<Orm> {
  return MikroORM.init<PostgreSqlDriver, EntityManager>({
    ...ormBase(),
    clientUrl: of.config.get('clientUrl'),
    logger: () => undefined,
    driverOptions: new PostgresDialect({ pool: inTurns(client) }),
    migrations: { ...MIGRATIONS_BASE, transactional: false, allOrNothing: false },
  });
}

/** A pool of one: each query waits for the one before it. */
function inTurns(client: PoolClient) {
  let before: Promise<void> = Promise.resolve();
  return {
    options: {},
    connect: async () => {
      const turn = Promise.withResolvers<void>();
      const mine = before;
      before = turn.promise;
      await mine;
      const query: PoolClient['query'] = client.query.bind(client);
      return { query, release: () => turn.resolve() };
    },
    end: async () => undefined,
  };
}
