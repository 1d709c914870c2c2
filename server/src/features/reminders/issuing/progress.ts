/** Progress of issuing a batch. */
export interface IssuingProgress {
  /** Cards whose files are rendered. */
  readonly done: number;
  readonly total: number;
}

/** Batches under way by the id that the asker gave; in memory, because a batch lives no longer than its request. */
const underWay = new Map<string, IssuingProgress>();

export const progressOf = (id: string): IssuingProgress | null => underWay.get(id) ?? null;

/** Runs a work whose progress can be asked for under an id; null: no one asks. */
export async function withProgress<T>(
  id: string | null,
  work: (report: (progress: IssuingProgress) => void) => Promise<T>,
): Promise<T> {
  if (id === null) return work(() => undefined);
  try {
    return await work((progress) => void underWay.set(id, progress));
  } finally {
    underWay.delete(id);
  }
}
