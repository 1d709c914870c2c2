import 'reflect-metadata';
import {
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../app/schema.ts';
import { checkLimits, LIMITS } from './limits.ts';
import { checkDocument } from './measure-document.ts';
import { measureOperation, type Measured } from './measure-operation.ts';

const schema = createSchema();

function partsOf(text: string) {
  const { definitions } = parse(text);
  const operation = definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  )!;
  const named = definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION);
  return { schema, operation, fragments: new Map(named.map((node) => [node.name.value, node])) };
}

const measure = (text: string, variables: Record<string, unknown> = {}): Measured =>
  measureOperation({ ...partsOf(text), variables });

/** What is over a limit, and how long it took to find out. */
function refusal(text: string, variables: Record<string, unknown> = {}): unknown {
  try {
    const document = checkDocument(parse(text));
    if (document) return document.extensions['code'];
    checkLimits(measure(text, variables));
    return null;
  } catch (error) {
    return (error as { extensions: Record<string, unknown> }).extensions['code'];
  }
}

/** Fragments of which each spreads the next one twice, or is nested in itself so. */
const doubling = (levels: number, last: string, on = 'Query'): string =>
  `${Array.from({ length: levels }, (_, i) => `fragment F${i} on ${on}{...F${i + 1} ...F${i + 1}}`).join('')}fragment F${levels} on ${on}{${last}}`;
const inline = (levels: number): string =>
  levels === 0 ? '__typename' : `...{${inline(levels - 1)}} ...{${inline(levels - 1)}}`;

describe('measureOperation', () => {
  it('counts a field once and what is under a list ten times', () => {
    expect(measure('{ campaigns { id startOn } }').cost).toBe(1 + 10 * 2);
  });

  it('multiplies by the page size once, whether written, given as a variable or its default', () => {
    const page = (first: string, declared = '$n: Int'): Measured =>
      measure(
        `query (${declared}) { orgUnit(code: "1") { report(campaign: "c") { cases${first} { edges { node { caseNo } } } } } }`,
        declared.includes('=') ? {} : { n: 40 },
      );
    const written = page('(first: 40)').cost;
    expect(written).toBe(1 + (1 + (100 + 40 * (1 + (1 + 1)))));
    expect(page('(first: $n)').cost).toBe(written);
    expect(page('(first: $n)', '$n: Int = 40').cost).toBe(written);
    expect(page('').cost).toBe(1 + (1 + (100 + 50 * 3)));
  });

  it('counts a fragment wherever it is spread, at the depth at which it stands', () => {
    expect(measure('{ campaigns { ...C } } fragment C on Campaign { id startOn }')).toEqual(
      measure('{ campaigns { id startOn } }'),
    );
    expect(
      measure(
        '{ ...A orgUnit(code: "1") { parent { ...B } ...B } } fragment A on Query { orgUnit(code: "1") { ...B } } fragment B on OrgUnit { code }',
      ),
    ).toMatchObject({ depth: 3, cost: 1 + 1 + 1 + 1 + 1 + 1 });
  });

  it('counts aliases and depth', () => {
    expect(measure('{ a: campaigns { id } b: campaigns { unit { code } } }')).toMatchObject({ aliases: 2, depth: 3 });
  });

  it('weighs each metric, written or in a variable', () => {
    const query = (ids: string): string =>
      `query ($ids: [MetricId!]!) { orgUnit(code: "1") { report(campaign: "c") { metrics(ids: ${ids}) { value } } } }`;
    const one = measure(query('[OVERDUE]'), { ids: [] }).cost;
    const three = measure(query('[OVERDUE, VISITS, MEASURES]'), { ids: [] }).cost;
    expect(three).toBeGreaterThan(one);
    expect(measure(query('$ids'), { ids: ['OVERDUE', 'VISITS', 'MEASURES'] }).cost).toBe(three);
  });
});

describe('what is refused', () => {
  const page = (first: string): string => `{ imports(first: ${first}) { id fileName } }`;
  it.each([
    ['fragments that double', `{...F0}${doubling(30, '__typename')}`],
    ['fragments that double, beyond every number', `{...F0}${doubling(45, 'campaigns { id }')}`],
    ['inline fragments that double', `{${inline(8)}}`.replaceAll('__typename', '__typename '.repeat(16))],
    ['700 operations', Array.from({ length: 700 }, (_, i) => `query Q${i}{__typename}`).join('')],
    [
      '700 fragments',
      `{...F0}${Array.from({ length: 700 }, (_, i) => `fragment F${i} on Query{__typename}`).join('')}`,
    ],
    ['17 levels', `{orgUnit(code:"1"){${'parent{'.repeat(16)}code${'}'.repeat(16)}}}`],
    ['1,300 aliases of __typename', `{${Array.from({ length: 1300 }, (_, i) => `a${i}:__typename`).join(' ')}}`],
    ['61 aliases', `{${Array.from({ length: 61 }, (_, i) => `a${i}:campaigns{id}`).join(' ')}}`],
    [
      'aliases in a fragment that is spread often',
      `{${'...A '.repeat(10)}} fragment A on Query {${Array.from({ length: 7 }, (_, i) => `a${i}:campaigns{id}`).join(' ')}}`,
    ],
    ['a page of 1,000,000,000', page('1000000000')],
    [
      '41 lists of those to be reminded',
      `{${Array.from({ length: 41 }, (_, i) => `a${i}:reminders(campaign:"c"){asOf}`).join(' ')}}`,
    ],
    ['two __schema', '{a:__schema{description} b:__schema{description}}'],
    [
      'two __schema in a fragment',
      '{...A ...B} fragment A on Query{__schema{description}} fragment B on Query{b:__schema{description}}',
    ],
    ['six __type', `{${Array.from({ length: 6 }, (_, i) => `t${i}:__type(name:"Case"){name}`).join(' ')}}`],
    ['types within types', '{__schema{types{fields{type{fields{type{fields{name args{name description}}}}}}}}}'],
    ['introspection twice over', getIntrospectionQuery().replace('types {', 'more: types { ...FullType } types {')],
  ])('%s', (_, text) => {
    expect(refusal(text)).toBe('QUERY_TOO_COMPLEX');
  });

  it('a page size in a variable, its default, or a value that is none', () => {
    const text = 'query ($n: Int) { imports(first: $n) { id fileName } }';
    expect(refusal(text, { n: 1_000_000_000 })).toBe('QUERY_TOO_COMPLEX');
    expect(refusal(text.replace('$n: Int', '$n: Int = 1000000'))).toBe('QUERY_TOO_COMPLEX');
    expect(refusal(text, { n: 200 })).toBeNull();
    // Graphql refuses these when it runs the operation; the measure takes them for a full page.
    for (const n of [1.5, 'many', 1e300, null]) expect(measure(text, { n }).cost).toBe(20 + 200 * 2);
    expect(measure(text, { n: -5 }).cost).toBe(20 + 2);
  });

  it('is found in a moment, however often fragments double and though they form circles', () => {
    const started = performance.now();
    expect(refusal(`{...F0}${doubling(49, 'campaigns { id }')}`)).toBe('QUERY_TOO_COMPLEX');
    expect(refusal('{...A} fragment A on Query{...B ...B} fragment B on Query{...A ...A ...B}')).toBeNull();
    expect(performance.now() - started).toBeLessThan(200);
  });
});

it('lets the questions through that clients ask about the schema', () => {
  const all = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };
  for (const options of [undefined, all, { descriptions: false }]) {
    expect(refusal(getIntrospectionQuery(options))).toBeNull();
  }
  expect(
    refusal('{__schema{queryType{name}} __type(name:"Case"){name fields{name type{name ofType{name}}}}}'),
  ).toBeNull();
});

const DOCUMENTS = new URL('../../../dashboard/src/generated/persisted-documents.json', import.meta.url);
const documents = existsSync(DOCUMENTS)
  ? Object.values(JSON.parse(readFileSync(DOCUMENTS, 'utf8')) as Record<string, string>)
  : [];

/** A value of a type, with pages of 200 and a dozen of whatever is listed. */
function sample(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return Array.from({ length: 12 }, () => sample(bare.ofType));
  const named = getNamedType(bare);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (isInputObjectType(named)) {
    const required = Object.values(named.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, sample(field.type)]));
  }
  return (
    { Int: 200, Float: 1, Boolean: true, Date: '2014-07-31', DateTime: '2014-07-31T00:00:00Z', JSON: {} }[named.name] ??
    'x'
  );
}

function samples({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.map(({ variable, type }) => [
      variable.name.value,
      sample(typeFromAST(schema, type) as GraphQLInputType),
    ]),
  );
}

it('lets every operation of the dashboard through with room, with pages of 200', () => {
  expect(documents.length).toBeGreaterThan(0);
  const costs = documents.map((text) => {
    expect(checkDocument(parse(text))).toBeUndefined();
    const parts = partsOf(text);
    const { depth, aliases, cost } = measureOperation({ ...parts, variables: samples(parts.operation) });
    const name = parts.operation.name?.value ?? '';
    expect({ name, fits: depth <= LIMITS.depth && aliases <= LIMITS.aliases / 2 && cost <= LIMITS.cost / 2 }).toEqual({
      name,
      fits: true,
    });
    return [name, cost] as const;
  });
  expect(costs.toSorted(([, a], [, b]) => b - a).map(([name, cost]) => `${name} ${cost}`)).toMatchSnapshot();
});
