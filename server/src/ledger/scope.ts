import { sql } from 'kysely';
import type { Sql } from '../database/sql.ts';
import { codesByLevel, isWithin } from './temporal/index.ts';

/** What the viewer may see; subtrees are named by the codes of their top units. */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'units'; readonly codes: readonly string[] };

/** Predicate over a unit version: the viewer may see it. */
export const inScope = (alias: string, scope: Scope): Sql =>
  scope.kind === 'all' ? sql`true` : isWithin(codesByLevel(alias), sql`${[...scope.codes]}::text[]`);
