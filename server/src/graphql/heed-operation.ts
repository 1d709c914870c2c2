import { isIntrospectionType, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { currentOperation } from '../graphql-types/operation.ts';

/** Makes the resolvers of a schema stop when the answer is not wanted any more. */
export function heedOperations(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) if (field.resolve) field.resolve = heeding(field.resolve);
  }
  return schema;
}

const heeding =
  (resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> =>
  (source, args, context, info) => {
    currentOperation()?.signal?.throwIfAborted();
    return resolve(source, args, context, info);
  };
