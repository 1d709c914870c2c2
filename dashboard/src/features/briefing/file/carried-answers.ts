import type { BriefingFile } from '../embedded.ts';
import { unpack, type Packed } from './unpack.ts';

/** Answers by operation, then by unit ('' for those that are not about one). */
type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Carried {
  readonly about: BriefingFile;
  readonly answers: Answers;
}

/** Reads what the file carries. */
export function readCarried(json: string): Carried {
  const { about, answers } = JSON.parse(json) as { about: BriefingFile; answers: Packed };
  return { about, answers: unpack(answers) as Answers };
}

interface Sent {
  readonly documentId?: string;
  readonly variables?: { readonly code?: string };
}

const answerOf = (body: unknown): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

/**
 * In the place of the network: answers an operation from the file. The day, the moment and the tree are the file's.
 *
 * @param operations names by hash, as the build found them
 */
export function carriedFetch(answers: Answers, operations: Readonly<Record<string, string>>): typeof fetch {
  return async (_input, init) => {
    const { documentId = '', variables = {} } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Sent;
    const name = operations[documentId.replace(/^sha256:/, '')] ?? '';
    const data = answers[name]?.[variables.code ?? ''];
    if (data !== undefined) return answerOf({ data });
    return answerOf({ errors: [{ message: variables.code ?? name, extensions: { code: 'NOT_IN_FILE' } }] });
  };
}
