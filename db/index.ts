export { onBehalfOf, currentCaller, noteRead, readAbout, type Caller } from './caller.ts';
export { connect, kysely, withoutPassword, type ConnectOptions, type Orm } from './connect.ts';
export { connectOver } from './connect-over.ts';
export { kyselyOn } from './kysely-on.ts';
export type { Database, Db, NewRow, Row, TableName } from './database.ts';
export {
  findRunning,
  holdsCluster,
  startEmbedded,
  startReplacement,
  type EmbeddedOptions,
  type EmbeddedServer,
  type Progress,
  type Replacement,
  type RunningServer,
} from './embedded.ts';
export type { AnsweredStatement } from './observe-statements.ts';
export * from './entities/index.ts';
export { DatabaseError, type DatabaseErrorCode } from './errors.ts';
export {
  clearInside,
  migrate,
  migrateDown,
  migrateInside,
  MIGRATIONS,
  pendingMigrations,
  type MigrateOptions,
} from './migrate.ts';
export { Places } from './places.ts';
export { Reads, type About } from './reads.ts';
export { CAUSES } from './seeds/reference/causes.ts';
export { OPERATING_TIERS } from './seeds/reference/operating-tiers.ts';
export * from './vocabulary.ts';
