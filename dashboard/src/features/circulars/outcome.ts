import type { Failure } from '../../api/failure.ts';

interface Outcome {
  readonly ok: boolean;
  readonly error?: { readonly code: string; readonly message: string } | null;
}

/** What kept a change from being made, whether the server was not reached or refused it; null: it was made. */
export function failureOf(failure: Failure | null, outcome: Outcome | undefined): Failure | null {
  if (failure) return failure;
  if (outcome?.ok) return null;
  return outcome?.error ?? { code: 'INTERNAL', message: '' };
}
