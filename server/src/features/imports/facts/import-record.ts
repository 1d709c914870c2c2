import type { PoolClient } from 'pg';
import type { ImportOptions, ImportRunRow, RowCounts } from '../import-outcome.ts';

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

/** recorded_at, recorded_by, import id: parameters $1 to $3 of every statement that writes. */
export type RecordValues = readonly [recordedAt: string, recordedBy: string, importId: string];

/**
 * The moment and the run under which an import writes, opened when the first row is to be written. The moment is later
 * than that of every earlier import.
 */
export class ImportRecord {
  private opened: Promise<RecordValues> | null = null;
  private readonly client: PoolClient;
  private readonly file: RecordedFile | null;
  private readonly options: Pick<ImportOptions, 'channel' | 'recordedBy'>;

  constructor(client: PoolClient, file: RecordedFile | null, options: Pick<ImportOptions, 'channel' | 'recordedBy'>) {
    this.client = client;
    this.file = file;
    this.options = options;
  }

  values(): Promise<RecordValues> {
    this.opened ??= this.open();
    return this.opened;
  }

  /** Writes the counts of the run and returns it. */
  async close(counts: RowCounts): Promise<ImportRunRow> {
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
