import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type FragmentDefinitionNode } from 'graphql';
import type { GraphContext } from '../context.ts';
import { checkLimits, measureOperation } from './limits.ts';
import { refuseUnsound } from './sound-operation.ts';

/** Refuses an operation that asks for too much, before anything of it runs. */
export const limitsPlugin: ApolloServerPlugin<GraphContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async (context) => {
      refuseUnsound(context);
      const { schema, document, operation, request } = context;
      if (!operation || isIntrospection(operation.selectionSet.selections)) return;
      const fragments = new Map<string, FragmentDefinitionNode>();
      for (const node of document.definitions) {
        if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
      }
      checkLimits(measureOperation({ schema, operation, fragments, variables: request.variables ?? {} }));
    },
  }),
};

/** The schema about itself is small and always the same, however deep the question looks. */
function isIntrospection(selections: readonly { kind: string; name?: { value: string } }[]): boolean {
  return selections.every((selection) => selection.kind === 'Field' && selection.name?.value.startsWith('__'));
}
