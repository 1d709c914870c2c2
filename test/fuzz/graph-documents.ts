import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { literalOf, valueOf } from './graph-values.ts';
import type { Random } from './random.ts';

/** A question of the schema, with the variables that it declares. */
export interface Question {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

interface Writing {
  readonly random: Random;
  readonly variables: { readonly name: string; readonly type: GraphQLInputType; readonly value: unknown }[];
}

/** A random operation whose fields all exist, with arguments inline and as variables. */
export function questionOf(random: Random, schema: GraphQLSchema, kind: 'query' | 'mutation'): Question {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (!root) return { query: '{ __typename }', variables: {} };
  const writing: Writing = { random, variables: [] };
  const fields = Object.values(root.getFields());
  const chosen = random.times(kind === 'query' ? 3 : 1, () => random.pick(fields));
  const body = chosen.map((field, at) => fieldOf(writing, field, 5, `f${at}`)).join(' ');
  const heads = writing.variables.map(({ name, type }) => `$${name}: ${String(type)}`);
  return {
    query: `${kind} Fuzz${heads.length > 0 ? `(${heads.join(', ')})` : ''} { ${body} }`,
    variables: Object.fromEntries(writing.variables.map(({ name, value }) => [name, value])),
  };
}

function fieldOf(writing: Writing, field: GraphQLField<unknown, unknown>, levels: number, alias: string): string {
  const { random } = writing;
  const given = field.args.filter((argument) => isRequiredArgument(argument) || random.chance(0.4));
  const args = given.map((argument) => {
    const value = valueOf(random, argument);
    if (random.chance(0.5)) return `${argument.name}: ${literalOf(value, argument.type)}`;
    const name = `v${writing.variables.length}`;
    writing.variables.push({ name, type: argument.type, value });
    return `${argument.name}: $${name}`;
  });
  const head = `${random.chance(0.5) ? `${alias}: ` : ''}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return head;
  const inner = isObjectType(type) ? Object.values(type.getFields()) : [];
  const usable = inner.filter((one) => levels > 0 || !isCompositeType(getNamedType(one.type)));
  if (usable.length === 0) return `${head} { __typename }`;
  const picked = [...new Set(random.times(3, () => random.pick(usable)))];
  return `${head} { ${picked.map((one, at) => fieldOf(writing, one, levels - 1, `${alias}_${at}`)).join(' ')} }`;
}
