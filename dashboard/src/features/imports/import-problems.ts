/** Problems of an import, arranged for reading. */

export interface FoundProblem {
  readonly sheet: string;
  readonly sheetTitle: string;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly cell?: string | null;
  readonly code: string;
  readonly severity: string;
}

interface ProblemSheet<P extends FoundProblem> {
  readonly sheet: string;
  readonly title: string;
  readonly problems: readonly P[];
  /** How often each code occurs on the sheet, most frequent first. */
  readonly codes: readonly { readonly code: string; readonly count: number }[];
}

/** The problems of one severity by sheet, in the order in which sheets and rows come. */
export function problemsBySheet<P extends FoundProblem>(
  problems: readonly P[],
  severity: 'ERROR' | 'WARNING',
): ProblemSheet<P>[] {
  const sheets = new Map<string, P[]>();
  for (const problem of problems) {
    if (problem.severity !== severity) continue;
    sheets.set(problem.sheet, [...(sheets.get(problem.sheet) ?? []), problem]);
  }
  return [...sheets].map(([sheet, own]) => {
    const counts = new Map<string, number>();
    for (const problem of own) counts.set(problem.code, (counts.get(problem.code) ?? 0) + 1);
    const codes = [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
    return { sheet, title: own[0]?.sheetTitle ?? sheet, problems: own, codes };
  });
}

/** Where a problem stands: its cell, else its row, else '' for the sheet or file as a whole. */
export function placeOf(problem: FoundProblem): string {
  return problem.cell ?? (problem.row ? String(problem.row) : '');
}
