import { lexicographicSortSchema, printSchema } from 'graphql';
import { writeFileSync } from 'node:fs';
import { createSchema } from './schema.ts';

export const SCHEMA_FILE = new URL('../../schema.graphql', import.meta.url);

/** The schema as it is committed: sorted, so that a change shows as itself. */
export function schemaText(): string {
  return `# Generated from the resolvers by emit-schema.ts; do not edit.\n\n${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}

if (import.meta.main) writeFileSync(SCHEMA_FILE, schemaText());
