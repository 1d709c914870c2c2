/** What went wrong, ready to be put in words: a stable code, and the server's own sentence where it has one. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** A request that failed. Its code is that of the answer's first error; NETWORK when no answer of GraphQL came. */
export class RequestError extends Error implements Failure {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A failure of whatever was thrown. */
export function toFailure(error: unknown): Failure {
  if (error instanceof RequestError) return { code: error.code, message: error.message };
  return { code: 'NETWORK', message: error instanceof Error ? error.message : '' };
}
