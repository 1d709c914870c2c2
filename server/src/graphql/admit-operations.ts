import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { Places } from '@wallchart/db';
import { GraphQLError, Kind, OperationTypeNode, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import type { GraphContext } from '../graphql-types/context.ts';
import { WallchartError } from '../domain/errors.ts';
import { checkLimits } from './limits.ts';
import { measureOperation } from './measure-operation.ts';
import { currentOperation } from '../graphql-types/operation.ts';
import { isRemembered } from './remember-answers.ts';
import { refuseUnsound } from './sound-operation.ts';
import { Turns, type TurnOptions } from './turns.ts';

/** How many operations run and wait at a time (docs/adr/0012). */
export interface Admission extends TurnOptions {
  /** Connections of the pool that large operations share; the pool has ten. */
  readonly connections: number;
  /** Changes that run at a time: each holds a connection from its first statement to its last, waiting for locks included. */
  readonly changes: number;
}

/** What the pages of the dashboard ask is small, a briefing or 200 rows of the ledger large. */
export const ADMISSION: Admission = {
  lanes: [
    { upTo: 6_000, atOnce: 16 },
    { upTo: Number.POSITIVE_INFINITY, atOnce: 1 },
  ],
  connections: 1,
  changes: 4,
  waiting: 100,
  waitingOfClient: 50,
  patienceMs: 20_000,
};

/** Refuses an operation that asks for too much, before anything of it runs; lets the others run in turn. */
export function admitOperations(admission: Admission): ApolloServerPlugin<GraphContext> {
  const turns = new Turns(admission);
  const changes = new Turns({ ...admission, lanes: [{ upTo: Number.POSITIVE_INFINITY, atOnce: admission.changes }] });
  const connections = new Places(admission.connections);
  return {
    requestDidStart: async () => {
      let leave: (() => void) | undefined;
      return {
        didResolveOperation: async (request) => {
          refuseUnsound(request);
          const { schema, document, operation } = request;
          if (!operation) return;
          const variables = request.request.variables ?? {};
          const measured = measureOperation({ schema, operation, fragments: fragmentsOf(document), variables });
          checkLimits(measured);
          if (isRemembered(request)) return;
          const caller = currentOperation();
          const { client = '', signal } = caller ?? {};
          const cost = Math.max(measured.cost, measured.introspection / 10);
          const isChange = operation.operation === OperationTypeNode.MUTATION;
          leave = await (isChange ? changes : turns).enter({ cost, client, signal }).catch(withRetry);
          if (isChange) caller?.keepRunning();
          else if (turns.laneOf(cost) > 0) caller?.limitTo(connections);
        },
        willSendResponse: async () => leave?.(),
      };
    },
  };
}

const fragmentsOf = ({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );

/** The refusal with its status, and the seconds after which to ask again. */
function withRetry(error: unknown): never {
  if (!(error instanceof WallchartError) || error.code !== 'SERVER_BUSY') throw error;
  const headers = new HeaderMap([['retry-after', String(error.details?.['retryAfter'])]]);
  throw new GraphQLError(error.message, { extensions: { code: error.code, http: { status: 503, headers } } });
}
