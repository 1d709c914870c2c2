import { onTestFinished } from 'vitest';
import type { TrustedDocument } from '../api/document.ts';
import { answerWith } from '../api/transport.ts';

/** An answer of the server that is an error with a code. */
export class Refusal {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

interface Sent {
  readonly documentId: string;
  readonly variables: unknown;
}

type Answer = (variables: unknown) => unknown;

const answers = new Map<string, Answer>();
/** What was asked and has no answer in the test: the hashes of the operations. */
export const unanswered: string[] = [];

async function bodyFor({ documentId, variables }: Sent): Promise<object> {
  const answer = answers.get(documentId);
  if (!answer) {
    unanswered.push(documentId);
    return { errors: [{ message: 'The test has no answer.', extensions: { code: 'INTERNAL' } }] };
  }
  const given = await answer(variables);
  if (!(given instanceof Refusal)) return { data: given };
  return { errors: [{ message: given.message, extensions: { code: given.code } }] };
}

/** In the place of the network, for every component test. */
export const fetchAnswers: typeof fetch = async (_input, init) => {
  const sent = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Sent;
  return new Response(JSON.stringify(await bodyFor(sent)), { headers: { 'content-type': 'application/json' } });
};
answerWith(fetchAnswers);

/** What the server answers to an operation in every test. */
export function answerAlways<Data, Variables>(document: TrustedDocument<Data, Variables>, data: Data): void {
  answers.set(document.hash, () => data);
}

/**
 * What the server answers to an operation until the test ends, in place of an earlier answer.
 *
 * @returns the variables of every time that it was asked
 */
export function answer<Data, Variables>(
  document: TrustedDocument<Data, Variables>,
  given: (variables: Variables) => Data | Refusal | Promise<Data | Refusal>,
): Variables[] {
  const hash = document.hash;
  const requests: Variables[] = [];
  answers.set(hash, (variables) => {
    requests.push(variables as Variables);
    return given(variables as Variables);
  });
  onTestFinished(() => void answers.delete(hash));
  return requests;
}
