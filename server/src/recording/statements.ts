import type { PoolClient } from 'pg';

/** Runs SQL inside the transaction of a recording, over the one client that the transaction is on. */
export type Statements = Pick<PoolClient, 'query'>;
