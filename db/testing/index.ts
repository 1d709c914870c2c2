export { databaseUrl } from './database-url.ts';
export { pastGuards } from './past-guards.ts';
export { testDatabase, type TestDatabase } from './test-database.ts';
