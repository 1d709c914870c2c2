import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import type { About } from '@wallchart/db';
import type { FormattedExecutionResult } from 'graphql';
import { Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GraphContext } from '../graphql-types/context.ts';
import { currentOperation } from '../graphql-types/operation.ts';
import type { Validity } from '../loading/validity.ts';

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

/** Answers to one viewer by query and variables, for a request that has looked at the changes. */
export interface Answers {
  readonly get: (key: string) => Answer | undefined;
  /** @param about what the answer was read from, by a request that began after its look */
  readonly set: (key: string, answer: Answer, about: About) => void;
}

export interface AnswerStore {
  /** The answers for a request that has just looked. */
  readonly now: () => Answers;
  /** Bytes that are taken. */
  readonly bytes: () => number;
}

/** Bytes of all answers together, and of one; the largest of the dashboard has a third of that. */
const MOST_BYTES = 32 * 1024 * 1024;
const LARGEST_BYTES = 1024 * 1024;
/** Of a unit that an answer is about. */
const UNIT_BYTES = 40;

interface Kept {
  readonly answer: Answer;
  readonly about: About;
  readonly since: number;
}

export function createAnswerStore({ look, holds }: Validity): AnswerStore {
  const kept = new LRUCache<string, Kept>({
    maxSize: MOST_BYTES,
    maxEntrySize: LARGEST_BYTES,
    sizeCalculation: ({ answer, about }, key) =>
      2 * (answer.text.length + key.length) + UNIT_BYTES * (about?.length ?? 0),
  });
  const get = (key: string): Answer | undefined => {
    const found = kept.get(key);
    if (found && holds(found.about, found.since)) return found.answer;
    kept.delete(key);
    return undefined;
  };
  return {
    now: () => {
      const since = look();
      return { get, set: (key, answer, about) => void kept.set(key, { answer, about, since }) };
    },
    bytes: () => kept.calculatedSize,
  };
}

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
 * Gives the answer again to a query that was asked with the same variables, as long as no one has written about what it was read
 * from: the units that its loaders and declared statements (`readAbout`) are about, anything at all for every other statement.
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
        const about = currentOperation()?.reads.about ?? null;
        if (data && key !== undefined)
          awaited.set(data, (text) => requested.contextValue.answers.set(key, writtenAnswer(text), about));
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
