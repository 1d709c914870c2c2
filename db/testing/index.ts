export { databaseUrl } from './database-url.ts';
export { testDatabase, type TestDatabase } from './test-database.ts';
