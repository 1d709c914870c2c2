import type { Problem } from './problems.ts';
import type { Words } from './words.ts';

export type ImportChannel = 'cli' | 'upload' | 'sample';
export type ImportPhase = 'opening' | 'reading' | 'checking' | 'writing' | 'done';

export interface ImportProgress {
  readonly phase: ImportPhase;
  readonly rowsDone: number;
  /** null: not known before the end of reading */
  readonly rowsTotal: number | null;
  /** part of the file's bytes that is read, 0 to 1 */
  readonly fraction: number | null;
  /** the sheet being read or written */
  readonly sheet: string | null;
}

/** A workbook, a zip or folder of CSV files, or a CSV file; `fileName` is what the user called it. */
export interface ImportSource {
  readonly path: string;
  readonly fileName?: string;
}

export interface ImportOptions {
  /** Check everything, write nothing. */
  readonly dryRun?: boolean;
  readonly channel: ImportChannel;
  readonly recordedBy: string;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Rolls the import back. */
  readonly signal?: AbortSignal;
}

export interface SheetSummary {
  readonly sheet: string;
  readonly title: Words;
  readonly rows: number;
  readonly new: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly problems: number;
}

export interface ImportRunRow {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly channel: ImportChannel;
  /** ISO 8601, UTC */
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly rowsNew: number;
  readonly rowsCorrected: number;
  readonly rowsUnchanged: number;
}

export interface ImportOutcome {
  /** `checked`: a dry run that found no error; the counts say what the import would do */
  readonly state: 'accepted' | 'unchanged' | 'checked' | 'refused';
  readonly run: ImportRunRow | null;
  /** at most 1,000, errors first */
  readonly problems: readonly Problem[];
  /** errors in all */
  readonly problemCount: number;
  readonly warningCount: number;
  readonly sheets: readonly SheetSummary[];
  /** one sentence for whoever started the import */
  readonly message: Words;
}

export interface RowCounts {
  readonly new: number;
  readonly corrected: number;
  readonly unchanged: number;
}
