import {
  getNamedType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export interface SchemaWalk {
  /** Fields with a resolver of their own that has not run yet, as `Type.field`. */
  readonly left: () => string[];
  /** An operation of one field of Query or Mutation, with all below it that has not run yet. */
  readonly operation: (kind: 'Query' | 'Mutation', name: string, more?: string) => string;
}

/**
 * Walks through the resolvers of a schema.
 *
 * @param given what required arguments are given, by `Type.field.argument` or by their name alone, as GraphQL
 */
export function walkSchema(schema: GraphQLSchema, given: Readonly<Record<string, string>>): SchemaWalk {
  const due = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      const name = `${type.name}.${field.name}`;
      due.add(name);
      field.resolve = (...args) => {
        due.delete(name);
        return resolve(...args);
      };
    }
  }
  const callOf = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string => {
    const args = field.args.filter(
      (arg) => isRequiredArgument(arg) || `${type.name}.${field.name}.${arg.name}` in given,
    );
    const written = args.map(({ name }) => {
      const value = given[`${type.name}.${field.name}.${name}`] ?? given[name];
      if (value === undefined) throw new TypeError(`Say what ${type.name}.${field.name}(${name}) is given.`);
      return `${name}: ${value}`;
    });
    return `${field.name}${written.length > 0 ? `(${written.join(', ')})` : ''}`;
  };
  const below = (type: GraphQLObjectType, path: readonly string[]): string => {
    if (path.includes(type.name)) return '';
    const fields = Object.values(type.getFields()).map((field) => {
      const named = getNamedType(field.type);
      const inside = isObjectType(named) ? below(named, [...path, type.name]) : '';
      if (inside === '' && !due.has(`${type.name}.${field.name}`)) return '';
      return `${callOf(type, field)}${isObjectType(named) ? ` { __typename ${inside} }` : ''}`;
    });
    return fields.filter((field) => field !== '').join(' ');
  };
  return {
    left: () => [...due],
    operation: (kind, name, more = '') => {
      const type = schema.getType(kind) as GraphQLObjectType;
      const field = type.getFields()[name]!;
      const named = getNamedType(field.type);
      const inside = isObjectType(named) ? ` { __typename ${more} ${below(named, [type.name])} }` : '';
      return `${kind.toLowerCase()} { ${callOf(type, field)}${inside} }`;
    },
  };
}
