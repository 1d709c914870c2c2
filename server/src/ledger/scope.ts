import { sql } from 'kysely';
import type { ViewerDb } from '../database/handles.ts';
import type { Sql } from '../database/sql.ts';
import { codesByLevel, isWithin } from './temporal/index.ts';

/** Predicate over a unit version: the viewer may see it. */
export const inScope = (alias: string, { viewer: { scope } }: ViewerDb): Sql =>
  scope.kind === 'all' ? sql`true` : isWithin(codesByLevel(alias), sql`${[...scope.codes]}::text[]`);
