import { execute, parse, validate, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { ReadContext } from '../../graphql-types/context.ts';
import { WallchartError } from '../../domain/errors.ts';
import type { TrustedDocuments } from '../../graphql-types/trusted-documents.ts';
import { withoutWithheld } from './policy.ts';

/** The dashboard's own operations, by name, run in this process for one viewer. */
export interface OperationRunner {
  /** @throws WallchartError as the API would answer it; NOT_TRUSTED for a name that the dashboard has no operation of */
  readonly run: <Data>(operation: string, variables: Readonly<Record<string, unknown>>) => Promise<Data>;
}

/** Operations as the dashboard sends them, less what the policy withholds. */
export function operationRunner(
  schema: GraphQLSchema,
  documents: TrustedDocuments,
  contextValue: ReadContext,
): OperationRunner {
  const prepared = new Map<string, DocumentNode>();
  const find = (operation: string): DocumentNode => {
    const known = prepared.get(operation);
    if (known) return known;
    const heading = new RegExp(`\\bquery ${operation}\\b`);
    const text = [...documents.values()].find((document) => heading.test(document));
    if (text === undefined) {
      throw new WallchartError(
        'NOT_TRUSTED',
        `The dashboard has no operation "${operation}". Run: npx pnpm@12 generate`,
      );
    }
    const document = withoutWithheld(schema, parse(text));
    const [problem] = validate(schema, document);
    if (problem) throw problem;
    prepared.set(operation, document);
    return document;
  };
  return {
    run: async <Data>(operation: string, variables: Readonly<Record<string, unknown>>) => {
      const { data, errors } = await execute({
        schema,
        document: find(operation),
        variableValues: variables,
        contextValue,
      });
      if (errors?.[0]) throw expected(errors[0]);
      return data as Data;
    },
  };
}

/** The failure itself, out of the wrapping of GraphQL; a scalar's own refusal keeps its code. */
function expected(error: GraphQLError): Error {
  if (error.originalError instanceof WallchartError) return error.originalError;
  if (error.extensions['code'] === 'BAD_DATE') return new WallchartError('BAD_DATE', error.message);
  return error.originalError ?? error;
}
