import { lexicographicSortSchema, printSchema } from 'graphql';
import { readFileSync, writeFileSync } from 'node:fs';
import { createSchema } from './schema.ts';

export const SCHEMA_FILE = new URL('../schema.graphql', import.meta.url);

/** The schema as it is committed: sorted, so that a change shows as itself. */
export function schemaText(): string {
  return `# Generated from the resolvers by emit-schema.ts; do not edit.\n\n${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}

function emit(check: boolean): number {
  const text = schemaText();
  if (!check) {
    writeFileSync(SCHEMA_FILE, text);
    return 0;
  }
  if (readFileSync(SCHEMA_FILE, 'utf8') === text) return 0;
  process.stderr.write('server/schema.graphql is stale: run the script that generates it and review the difference.\n');
  return 1;
}

if (import.meta.main) process.exitCode = emit(process.argv.includes('--check'));
