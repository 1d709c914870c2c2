import 'reflect-metadata';
import { Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../schema.ts';
import { LIMITS, measureOperation, type Measured } from './limits.ts';

const schema = createSchema();

function measure(text: string, variables: Record<string, unknown> = {}): Measured {
  const { definitions } = parse(text);
  const operation = definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  )!;
  const named = definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION);
  return measureOperation({
    schema,
    operation,
    fragments: new Map(named.map((node) => [node.name.value, node])),
    variables,
  });
}

describe('measureOperation', () => {
  it('counts a field once and what is under a list ten times', () => {
    expect(measure('{ campaigns { id startOn } }').cost).toBe(1 + 10 * 2);
  });

  it('multiplies by the page size once, whether written or given as a variable', () => {
    const page = (first: string): string =>
      `query ($n: Int) { orgUnit(code: "1") { report(campaign: "c") { cases(first: ${first}) { edges { node { caseNo } } } } } }`;
    const written = measure(page('40')).cost;
    expect(written).toBe(1 + (1 + (1 + 40 * (1 + (1 + 1)))));
    expect(measure(page('$n'), { n: 40 }).cost).toBe(written);
  });

  it('counts a fragment wherever it is spread', () => {
    expect(measure('{ campaigns { ...C } } fragment C on Campaign { id startOn }')).toEqual(
      measure('{ campaigns { id startOn } }'),
    );
  });

  it('counts aliases and depth', () => {
    expect(measure('{ a: campaigns { id } b: campaigns { unit { code } } }')).toMatchObject({ aliases: 2, depth: 3 });
  });
});

const DOCUMENTS = new URL('../../../dashboard/src/generated/persisted-documents.json', import.meta.url);
const documents = existsSync(DOCUMENTS)
  ? Object.values(JSON.parse(readFileSync(DOCUMENTS, 'utf8')) as Record<string, string>)
  : [];

it('lets every operation of the dashboard through, with pages of 200', () => {
  expect(documents.length).toBeGreaterThan(0);
  for (const text of documents) {
    const pages = Object.fromEntries(['first', 'n', 'size', 'limit'].map((name) => [name, 200]));
    const measured = measure(text, pages);
    for (const what of ['depth', 'aliases', 'cost'] as const) {
      expect(measured[what], `${what} of ${text.slice(0, 60)}`).toBeLessThanOrEqual(LIMITS[what]);
    }
  }
});
