import type { Text } from '../../domain/text.ts';
import type { Channel, RecordedRun, RowCounts } from '../../recording/recording.ts';
import type { Problem } from '../../recording/problems.ts';
import type { FigureChange } from './changes/figure-changes.ts';
import type { RowChange } from './changes/row-changes.ts';
import type { RowNotInFile } from './changes/rows-not-in-file.ts';

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
  /** Check everything without writing anything. */
  readonly dryRun?: boolean;
  /**
   * The workbook is the whole of what its sheets say about the campaigns that it names: rows on record that it lacks are
   * withdrawn.
   */
  readonly replace?: boolean;
  /** Ids of rows on record to be withdrawn besides (`rowId`). */
  readonly withdraw?: readonly string[];
  /** Tell what the import changes, of a dry run what it would change. */
  readonly withEffect?: boolean;
  readonly channel: Channel;
  readonly recordedBy: string;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Rolls the import back. */
  readonly signal?: AbortSignal;
}

export interface SheetSummary extends RowCounts {
  readonly sheet: string;
  readonly title: Text;
  readonly rows: number;
  readonly problems: number;
  /** rows on record of the file's campaigns that the sheet does not hold, and that stay as they are */
  readonly notInFile: number;
}

/** What an import changes. */
export interface ImportEffect {
  /** at most 500; the counts of the sheets say how many there are */
  readonly changes: readonly RowChange[];
  readonly figures: readonly FigureChange[];
}

export interface ImportOutcome {
  /** `checked`: a dry run that found no error; the counts say what the import would do */
  readonly state: 'accepted' | 'unchanged' | 'checked' | 'refused';
  readonly run: RecordedRun | null;
  /** at most 1,000, errors first */
  readonly problems: readonly Problem[];
  /** errors in all */
  readonly problemCount: number;
  readonly warningCount: number;
  readonly sheets: readonly SheetSummary[];
  /** null where nothing changes, or no one asked */
  readonly effect: ImportEffect | null;
  /** at most 200 */
  readonly notInFile: readonly RowNotInFile[];
  /** one sentence for the person who started the import */
  readonly message: Text;
}
