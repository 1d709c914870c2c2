import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GraphContext } from '../graphql-types/context.ts';

/** An answer as it was written, without errors: one with errors is never remembered. */
export interface Answer {
  readonly text: string;
  /** Stands for its data where graphql wants some. */
  readonly data: Record<string, unknown>;
}

declare module '../graphql-types/context.ts' {
  interface SharedLoaders {
    readonly answers: Answers;
  }
}

/** Answers that hold for one snapshot of the database and one viewer, by query and variables. */
export type Answers = LRUCache<string, Answer>;

/** Bytes of all answers together, and of one; the largest of the dashboard has a third of that. */
const MOST_BYTES = 32 * 1024 * 1024;
const LARGEST_BYTES = 1024 * 1024;

export const createAnswers = (): Answers =>
  new LRUCache({
    maxSize: MOST_BYTES,
    maxEntrySize: LARGEST_BYTES,
    sizeCalculation: ({ text }, key) => 2 * (text.length + key.length),
  });

/** Fields whose answer moves while nothing is recorded. */
const LIVE: ReadonlySet<string> = new Set(['importJob', 'reminderProgress']);

/** Texts of remembered answers, and what is to be done with that of a new one, by their data. */
const texts = new WeakMap<object, string>();
const awaited = new WeakMap<object, (text: string) => void>();

type Request = Pick<
  GraphQLRequestContext<GraphContext>,
  'operation' | 'operationName' | 'queryHash' | 'request' | 'contextValue'
>;

/** Whether the answer is already stored. */
export const isRemembered = (requested: Request): boolean => find(requested) !== undefined;

/**
 * Gives the answer again to a query that was asked with the same variables, as long as no one has written: the store it uses belongs
 * to one snapshot of the database (`loader-pool.ts`), so that an answer can no more be stale than a loaded figure.
 * Goes together with `writeAnswer`.
 */
export const rememberAnswers: ApolloServerPlugin<GraphContext> = {
  requestDidStart: async () => {
    let isNew = false;
    return {
      responseForOperation: async (requested) => {
        const found = find(requested);
        isNew = found === undefined;
        if (!found) return null;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: found.data } } };
      },
      willSendResponse: async ({ response, ...requested }) => {
        if (!isNew || response.body.kind !== 'single') return;
        const { data, errors } = response.body.singleResult;
        const key = data && !errors ? keyOf(requested) : undefined;
        if (data && key !== undefined)
          awaited.set(data, (text) => requested.contextValue.answers.set(key, writtenAnswer(text)));
      },
    };
  },
};

/** Writes an answer; one that is remembered, or was answered elsewhere, has its text already. */
export function writeAnswer(result: FormattedExecutionResult): string {
  const { data } = result;
  const text = (data && texts.get(data)) ?? `${JSON.stringify(result)}\n`;
  if (data) awaited.get(data)?.(text);
  return text;
}

/** What stands for an answer without errors that is written already. */
export function writtenAnswer(text: string): Answer {
  const data = {};
  texts.set(data, text);
  return { data, text };
}

function find(requested: Request): Answer | undefined {
  const key = keyOf(requested);
  return key === undefined ? undefined : requested.contextValue.answers.get(key);
}

/** Names an answer that is all in the database; undefined for others. */
function keyOf({ operation, operationName, queryHash, request }: Request): string | undefined {
  if (!operation || !isAnsweredByDatabase(operation)) return undefined;
  return JSON.stringify([queryHash, operationName, request.variables ?? {}]);
}

/** Not the schema about itself either: its answers are large, and seldom asked for. */
export const isAnsweredByDatabase = ({ operation, selectionSet }: OperationDefinitionNode): boolean =>
  operation === OperationTypeNode.QUERY &&
  selectionSet.selections.every(
    (field) => field.kind === Kind.FIELD && !LIVE.has(field.name.value) && !/^__(schema|type)$/.test(field.name.value),
  );
