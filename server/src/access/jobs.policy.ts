import type { Principal } from '../domain/principal.ts';

/** Whether someone may see how far a job is, and how it ended: their own, or any for who sees everything. */
export const mayFollow = (viewer: Principal, { startedBy }: { readonly startedBy: string }): boolean =>
  viewer.scope.kind === 'all' || viewer.id === startedBy;
