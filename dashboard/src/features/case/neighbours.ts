/** The cases before and after one in a list. */
export interface Neighbours {
  /** 1-based place in the list, null when the list does not hold the case. */
  readonly at: number | null;
  readonly previous: string | null;
  readonly next: string | null;
}

/** Neighbours of a case number in a list of case numbers; none beyond the ends. */
export function neighboursOf(caseNo: string, list: readonly string[]): Neighbours {
  const index = list.indexOf(caseNo);
  if (index < 0) return { at: null, previous: null, next: null };
  return { at: index + 1, previous: list[index - 1] ?? null, next: list[index + 1] ?? null };
}
