import type { TrustedDocument } from '../api/document.ts';
import documents from '../generated/persisted-documents.json';
import recorded from './golden/county-2014.json?raw';

type Variables = Readonly<Record<string, unknown>>;

/** What the server answers to an operation whose variables have these values among others. */
export interface Answer {
  readonly operation: string;
  readonly about: Variables;
  readonly data: unknown;
}

/** An answer that is an error with a code. */
class Refused {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(documents).map(([hash, text]) => [hash, /\b(?:query|mutation) (\w+)/.exec(text)?.[1] ?? '']),
);
const nameOf = (hash: string): string => NAMES.get(hash.replace(/^sha256:/, '')) ?? hash;

const answers = JSON.parse(recorded) as readonly Answer[];

/** What the server answered about the sample county. */
export function recordedData<Data, Vars>({ hash }: TrustedDocument<Data, Vars>): Data {
  const found = answers.find(({ operation }) => operation === nameOf(hash));
  if (!found) throw new RangeError(`no answer to ${nameOf(hash)} was recorded`);
  return found.data as Data;
}

/** An answer that was not recorded, of the type that the operation has. */
export function answered<Data, Vars>(document: TrustedDocument<Data, Vars>, about: Partial<Vars>, data: Data): Answer {
  return { operation: nameOf(document.hash), about, data };
}

/** An answer that is an error. */
export function refused<Data, Vars>(
  document: TrustedDocument<Data, Vars>,
  about: Partial<Vars>,
  error: { readonly code: string; readonly message: string },
): Answer {
  return { operation: nameOf(document.hash), about, data: new Refused(error.code, error.message) };
}

function bodyOf(operation: string, data: unknown): object {
  if (data === undefined) return bodyOf(operation, new Refused('INTERNAL', `The book has no answer to ${operation}.`));
  if (!(data instanceof Refused)) return { data };
  return { errors: [{ message: data.message, extensions: { code: data.code } }] };
}

interface Sent {
  readonly documentId: string;
  readonly variables: Variables;
}

/**
 * In the place of the network: answers from what the stories bring and what was recorded from a server with the sample
 * county (test/contract/book-answers.db.test.ts).
 *
 * @param unanswered is given the name of every operation without an answer
 */
export function answersFetch(brought: readonly Answer[], unanswered: (operation: string) => void): typeof fetch {
  const all = [...brought, ...answers];
  return async (_input, init) => {
    const { documentId, variables } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Sent;
    const operation = nameOf(documentId);
    const found = all.find(
      (one) =>
        one.operation === operation && Object.entries(one.about).every(([name, value]) => variables[name] === value),
    );
    if (!found) unanswered(operation);
    return new Response(JSON.stringify(bodyOf(operation, found?.data)), {
      headers: { 'content-type': 'application/json' },
    });
  };
}
