import { isIntrospectionType, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { currentOperation, type Operation } from './operation.ts';

/**
 * Makes the resolvers of a schema stop when the answer is not wanted any more, and let other requests in between when
 * their operation is a large one.
 */
export function heedOperations(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) if (field.resolve) field.resolve = heeding(field.resolve);
  }
  return schema;
}

function heeding(resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    const operation = currentOperation();
    operation?.signal?.throwIfAborted();
    const pause = operation?.pause();
    const go = (): unknown => resolve(source, args, context, info);
    return operation && pause ? afterPauses(operation, pause, go) : go();
  };
}

async function afterPauses(operation: Operation, first: Promise<void>, go: () => unknown): Promise<unknown> {
  for (let pause: Promise<void> | undefined = first; pause; pause = operation.pause()) await pause;
  operation.signal?.throwIfAborted();
  return go();
}
