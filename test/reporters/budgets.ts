/** A test file and the seconds that its tests and hooks took. */
export interface FileTime {
  readonly file: string;
  readonly seconds: number;
}

/** Seconds that a file may take on a quiet machine of two cores, about three times what is usual; the first ending counts. */
const SECONDS: readonly (readonly [ending: string, seconds: number])[] = [
  ['test/documents/libreoffice.test.ts', 40],
  ['test/reference/marked-workbook.test.ts', 60],
  // Some forty workbooks, each imported with what it changes.
  ['test/cases/imports.db.test.ts', 80],
  // Starts and kills a dozen servers, and sets each of them up.
  ['db/embedded.db.test.ts', 80],
  ['.db.test.ts', 40],
  // A picture of each sheet in two themes and two languages.
  ['src/book/pictures.component.test.ts', 45],
  ['.component.test.ts', 15],
  ['.test.ts', 20],
  ['.e2e.ts', 90],
];
const OTHERWISE = 60;

const budgetOf = (file: string): number => SECONDS.find(([ending]) => file.endsWith(ending))?.[1] ?? OTHERWISE;

/**
 * What to say of the files that took too long.
 *
 * @param slowness how many times slower than a quiet one the machine is; the budgets are multiplied by it
 */
export function overBudget(files: readonly FileTime[], slowness: number): string[] {
  return files.flatMap(({ file, seconds }) => {
    const budget = budgetOf(file);
    if (seconds <= budget * slowness) return [];
    const allowance = slowness > 1 ? `, times ${slowness.toFixed(1)} because the machine is slow or busy` : '';
    return [`${file} took ${seconds.toFixed(1)} s; it may take ${budget} s${allowance}. Make it faster, or split it.`];
  });
}
