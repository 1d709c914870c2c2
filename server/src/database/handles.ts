import type { Db } from '@wallchart/db';
import type { CompiledQuery, QueryExecutor, QueryResult } from 'kysely';
import type { Pool } from 'pg';
import type { Principal } from '../domain/principal.ts';

/*
 * What may be done with the database depends on the handle that a function takes. The private fields make the classes
 * nominal: nothing but a ViewerDb passes for one, neither the pool nor a query builder over it.
 */

/** Reads for someone. It has no statement that writes. */
export class ViewerDb {
  readonly viewer: Principal;
  readonly selectFrom: Db['selectFrom'];
  readonly #db: Db;

  constructor(db: Db, viewer: Principal) {
    this.#db = db;
    this.viewer = viewer;
    this.selectFrom = db.selectFrom.bind(db);
  }

  /** For sql`…`.execute(). */
  getExecutor(): QueryExecutor {
    return this.#db.getExecutor();
  }

  executeQuery<R>(query: CompiledQuery<R>): Promise<QueryResult<R>> {
    return this.#db.executeQuery(query);
  }

  /**
   * Reads that all see the moment of the first of them, over a connection of their own; for cursors and temporary tables.
   * The caller ends it.
   */
  async snapshot(): Promise<SnapshotDb> {
    const transaction = await this.#db
      .startTransaction()
      .setIsolationLevel('repeatable read')
      // Its temporary tables count as writing.
      .setAccessMode('read write')
      .execute();
    return new SnapshotDb(transaction, this.viewer, () => transaction.rollback().execute());
  }
}

/** Reads of one moment, until it is ended. */
export class SnapshotDb extends ViewerDb {
  readonly end: () => Promise<void>;

  constructor(db: Db, viewer: Principal, end: () => Promise<void>) {
    super(db, viewer);
    this.end = end;
  }
}

/** Reads and writes for someone, inside one transaction. */
export class RecorderDb extends ViewerDb {
  readonly insertInto: Db['insertInto'];

  constructor(transaction: Db, principal: Principal) {
    super(transaction, principal);
    this.insertInto = transaction.insertInto.bind(transaction);
  }

  /** Who writes. */
  get principal(): Principal {
    return this.viewer;
  }
}

/** Runs some work in one transaction that writes for someone. */
export type Recorder = <T>(work: (db: RecorderDb) => Promise<T>) => Promise<T>;

/** The database as its owner: for start, jobs, migrations and maintenance. The handles of others come from it. */
export class SystemDb {
  /** For COPY, which Kysely doesn't speak. */
  readonly pool: Pool;
  readonly #db: Db;

  constructor(db: Db, pool: Pool) {
    this.#db = db;
    this.pool = pool;
  }

  /** For sql`…`.execute(). */
  getExecutor(): QueryExecutor {
    return this.#db.getExecutor();
  }

  reading(viewer: Principal): ViewerDb {
    return new ViewerDb(this.#db, viewer);
  }

  /** Everything that `work` does, or nothing if it throws. */
  recording<T>(principal: Principal, work: (db: RecorderDb) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute((transaction) => work(new RecorderDb(transaction, principal)));
  }
}
