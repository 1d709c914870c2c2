import type { ImportChannel } from '@wallchart/db';
import type { Statements } from './statements.ts';

/** How rows come in; `form`: without a file. */
export type Channel = ImportChannel;

const INSERT_RUN = `/* imports: insert run */
  insert into import_run (file_name, sha256, channel, recorded_at, recorded_by)
  select $1, $2, $3, greatest(date_trunc('milliseconds', clock_timestamp()), max(recorded_at) + interval '1 millisecond'), $4 from import_run
  returning id::text as id, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at`;

const COUNT_ROWS = `/* imports: count rows of run */
  update import_run set rows_new = $2, rows_corrected = $3, rows_unchanged = $4, rows_withdrawn = $5 where id = $1`;

/** The file that rows come from; a form has none. */
export interface RecordedFile {
  readonly name: string;
  readonly sha256: string;
}

/** Who records, and through which channel. */
export interface Origin {
  readonly channel: Channel;
  readonly recordedBy: string;
}

export interface RowCounts {
  readonly new: number;
  readonly corrected: number;
  readonly unchanged: number;
  /** rows on record that were superseded by nothing */
  readonly withdrawn: number;
}

/** A recording as it is remembered. */
export interface RecordedRun {
  readonly id: string;
  /** null for a form */
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly channel: Channel;
  /** ISO 8601, UTC */
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly rowsNew: number;
  readonly rowsCorrected: number;
  readonly rowsUnchanged: number;
  readonly rowsWithdrawn: number;
}

/** recorded_at, recorded_by, import id: parameters $1 to $3 of every statement that writes. */
export type RecordValues = readonly [recordedAt: string, recordedBy: string, importId: string];

/**
 * The moment and the run under which an import writes, opened when the first row is to be written. The moment is later
 * than that of every earlier import.
 */
export class Recording {
  private opened: Promise<RecordValues> | null = null;
  private readonly client: Statements;
  private readonly file: RecordedFile | null;
  private readonly options: Origin;

  constructor(client: Statements, file: RecordedFile | null, options: Origin) {
    this.client = client;
    this.file = file;
    this.options = options;
  }

  values(): Promise<RecordValues> {
    this.opened ??= this.open();
    return this.opened;
  }

  /** Writes the counts of the run and returns it. */
  async close(counts: RowCounts): Promise<RecordedRun> {
    const [recordedAt, recordedBy, id] = await this.values();
    await this.client.query(COUNT_ROWS, [id, counts.new, counts.corrected, counts.unchanged, counts.withdrawn]);
    return {
      id,
      fileName: this.file?.name ?? null,
      sha256: this.file?.sha256 ?? null,
      channel: this.options.channel,
      recordedAt,
      recordedBy,
      rowsNew: counts.new,
      rowsCorrected: counts.corrected,
      rowsUnchanged: counts.unchanged,
      rowsWithdrawn: counts.withdrawn,
    };
  }

  private async open(): Promise<RecordValues> {
    const { channel, recordedBy } = this.options;
    const { rows } = await this.client.query<{ id: string; recorded_at: string }>(INSERT_RUN, [
      this.file?.name ?? null,
      this.file?.sha256 ?? null,
      channel,
      recordedBy,
    ]);
    return [rows[0]?.recorded_at ?? '', recordedBy, rows[0]?.id ?? ''];
  }
}
