import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, validateSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SCHEMA_FILE, schemaText } from './emit-schema.ts';
import { createSchema } from './schema.ts';

const committed = readFileSync(SCHEMA_FILE, 'utf8');

/** What would break a client of the committed schema. */
async function breaking(from: string, to: string): Promise<string[]> {
  const changes = await diff(buildSchema(from), buildSchema(to));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}

it('breaks no client of the committed schema', async () => {
  expect(await breaking(committed, schemaText())).toEqual([]);
});

it('is valid', () => {
  expect(validateSchema(createSchema())).toEqual([]);
});

it('is committed as the resolvers have it', () => {
  expect(schemaText(), 'stale; run: npx pnpm@12 generate').toBe(committed);
});

it('would notice a field that is gone', async () => {
  expect(await breaking(committed, committed.replace('  denominator: Decimal\n', ''))).not.toEqual([]);
});
