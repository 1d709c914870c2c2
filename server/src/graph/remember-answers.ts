import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import type { GraphContext } from '../context.ts';

/** What a query answered, without its errors: an answer with errors is never remembered. */
export type Answer = Record<string, unknown>;
/** Answers that hold for one snapshot of the database and one viewer, by query and variables. */
export type Answers = Map<string, Answer>;

/** Answers kept at a time; a page asks some ten queries. */
const MOST_ANSWERS = 128;

/** Fields whose answer is not in the database and moves without a write. */
const LIVE: ReadonlySet<string> = new Set(['importJob']);

/**
 * Gives the answer again to a query that was asked with the same variables, as long as nobody has written: the store it uses belongs
 * to one snapshot of the database (`loader-pool.ts`), so that an answer can no more be stale than a loaded figure.
 */
export const rememberAnswers: ApolloServerPlugin<GraphContext> = {
  requestDidStart: async () => {
    let unanswered: string | undefined;
    return {
      responseForOperation: async ({ operation, operationName, queryHash, request, contextValue }) => {
        if (!isAnsweredByDatabase(operation)) return null;
        const key = JSON.stringify([queryHash, operationName, request.variables ?? {}]);
        const data = contextValue.answers.get(key);
        if (data) return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
        unanswered = key;
        return null;
      },
      willSendResponse: async ({ response, contextValue }) => {
        if (unanswered === undefined || response.body.kind !== 'single') return;
        const { data, errors } = response.body.singleResult;
        if (!data || errors) return;
        if (contextValue.answers.size >= MOST_ANSWERS) contextValue.answers.clear();
        contextValue.answers.set(unanswered, data);
      },
    };
  },
};

const isAnsweredByDatabase = ({ operation, selectionSet }: OperationDefinitionNode): boolean =>
  operation === OperationTypeNode.QUERY &&
  selectionSet.selections.every((field) => field.kind === Kind.FIELD && !LIVE.has(field.name.value));
