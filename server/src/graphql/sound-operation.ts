import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import {
  BREAK,
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { GraphContext } from '../graphql-types/context.ts';
import { WallchartError } from '../domain/errors.ts';
import { isSound, unsoundText } from '../domain/sound-text.ts';
import { checkVariables } from './sound-variables.ts';

/** What is looked at of a request once its document is known and its operation chosen. */
type Chosen = Pick<
  GraphQLRequestContextDidResolveOperation<GraphContext>,
  'schema' | 'document' | 'source' | 'request'
> & { readonly operation?: OperationDefinitionNode | undefined };

/**
 * The door of the graph, to be passed before anything else looks at the variables: refuses an operation that cannot be
 * told from its neighbours or does not exist here, and text that the database cannot hold, wherever it stands.
 *
 * @throws WallchartError BAD_INPUT
 */
export function refuseUnsound({ schema, document, operation, source, request }: Chosen): void {
  checkOperation(schema, document, operation, request.operationName);
  // Without one of these no text of the document can be unsound, and it need not be searched.
  if (/\\u|\0/.test(source)) checkLiterals(document);
  checkVariables(request.variables ?? {});
}

function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
  requested: string | undefined,
): void {
  if (!operation) throw requested === undefined ? unnamedOperation(document) : unknownOperation(document, requested);
  if (schema.getRootType(operation.operation)) return;
  throw new WallchartError('BAD_INPUT', `${operation.operation}s are not supported; use a query. 不支持订阅。`);
}

/** Names for a message; a document may hold hundreds. */
function namesOf({ definitions }: DocumentNode): string {
  const names = definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION && node.name ? [node.name.value.slice(0, 60)] : [],
  );
  const more = names.length > 10 ? `, and ${names.length - 10} more` : '';
  return names.slice(0, 10).join(', ') + more;
}

const unknownOperation = (document: DocumentNode, requested: string): WallchartError =>
  new WallchartError(
    'BAD_INPUT',
    `operationName: the document has no operation "${requested.slice(0, 60)}"; it has ${namesOf(document) || 'one without a name'}. ` +
      '没有这个操作。',
  );

const unnamedOperation = (document: DocumentNode): WallchartError =>
  new WallchartError(
    'BAD_INPUT',
    namesOf(document) === ''
      ? 'The document has no operation; it needs a query or a mutation. 缺少操作。'
      : `The document has several operations: name one of them in operationName (${namesOf(document)}). 请用 operationName 指明操作。`,
  );

/** @throws WallchartError BAD_INPUT, naming the argument or variable whose text in the document is unsound */
function checkLiterals(document: DocumentNode): void {
  let place: string | undefined;
  visit(document, {
    StringValue: (node, _key, parent, _path, ancestors) => {
      if (isSound(node.value)) return undefined;
      place = placeOf(parent ? [...ancestors, parent] : ancestors);
      return BREAK;
    },
  });
  if (place !== undefined) throw unsoundText(place);
}

function placeOf(ancestors: readonly (ASTNode | readonly ASTNode[])[]): string {
  const names = ancestors.flatMap((node) => {
    if (!('kind' in node)) return [];
    if (node.kind === Kind.VARIABLE_DEFINITION) return [`$${node.variable.name.value}`];
    return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD ? [node.name.value] : [];
  });
  return names.join('.') || 'The document';
}
