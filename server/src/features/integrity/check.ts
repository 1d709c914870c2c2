import type { ViewerDb } from '../../database/handles.ts';

/** Looks at the database and says, in sentences, what contradicts something else. */
export type Check = (db: ViewerDb) => Promise<string[]>;
