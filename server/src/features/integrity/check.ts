import type { Db } from '@wallchart/db';

/** Looks at the database and says, in sentences, what contradicts something else. */
export type Check = (db: Db) => Promise<string[]>;
