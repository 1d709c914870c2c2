export { databaseUrl } from './database-url.ts';
export { EMPTY_TABLES } from './empty-tables.ts';
export { bypassConstraints } from './bypass-constraints.ts';
export { copyOf, migrated, type Copy, type Template } from './template.ts';
export { testDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database.ts';
export type { TestServer } from './test-server.ts';
