import type { CombinedError } from '@urql/core';

/** What went wrong, ready to be put in words: a stable code, and the server's own sentence where it has one. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** The first error's code; NETWORK when the server was not reached. */
export function toFailure(error: CombinedError): Failure {
  const first = error.graphQLErrors[0];
  if (first) {
    const code = first.extensions['code'];
    return { code: typeof code === 'string' ? code : 'INTERNAL', message: first.message };
  }
  return { code: 'NETWORK', message: error.networkError?.message ?? '' };
}
