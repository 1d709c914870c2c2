import type { ImportChannel } from '@wallchart/db';
import { CountiesMissed, together, type Counties } from './counties.ts';
import { ANNOUNCE } from './open-recordings.ts';
import type { Statements } from './statements.ts';

/** How rows come in; `form`: without a file. */
export type Channel = ImportChannel;

/** Later than every recording of these counties: among those at the clock's moment or beyond are all that could be later. */
const INSERT_RUN = `/* recording: open */
  with clock as materialized (select date_trunc('milliseconds', clock_timestamp()) as now)
  insert into import_run (file_name, sha256, channel, recorded_by, counties, recorded_at)
  select $1, $2, $3, $4, $5::text[], (
    select greatest(now, max(i.recorded_at) + interval '1 millisecond')
    from import_run i where i.recorded_at >= now and (i.counties is null or $5::text[] is null or i.counties && $5::text[]))
  from clock
  returning id::text as id, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at`;

/** The counties that this transaction wrote to, by its rows in the change log, and whether to what all of them rest on. */
const WRITTEN = `/* recording: counties written */
  select coalesce(array_agg(distinct county_code) filter (where county_code is not null), '{}') as counties,
    coalesce(bool_or(sheet = 'campaign_version' or (sheet = 'org_unit_version' and county_code is null)), false) as everything
  from change_log where xid = pg_current_xact_id()`;

const CLOSE_RUN = `/* recording: close */
  update import_run set counties = $2::text[], rows_new = $3, rows_corrected = $4, rows_unchanged = $5, rows_withdrawn = $6 where id = $1`;

/** The file that rows come from; a form has none. */
export interface RecordedFile {
  readonly name: string;
  readonly sha256: string;
}

/** Who records, through which channel, and for which counties, which are locked. */
export interface Origin {
  readonly channel: Channel;
  readonly recordedBy: string;
  /** Null for a form. */
  readonly file: RecordedFile | null;
  readonly counties: Counties;
  /** Nothing will be kept: the transaction is rolled back. */
  readonly dryRun?: boolean;
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
 * What is recorded in one transaction: the moment and the run of its rows, opened when the first row is to be written.
 * The moment is later than that of every earlier recording of the same counties. The counties must be locked before.
 */
export class Recording {
  private opened: Promise<RecordValues> | null = null;
  private readonly client: Statements;
  private readonly origin: Origin;

  constructor(client: Statements, origin: Origin) {
    this.client = client;
    this.origin = origin;
  }

  values(): Promise<RecordValues> {
    this.opened ??= this.open();
    return this.opened;
  }

  /**
   * Notes how many rows were written and in which counties, and returns the run.
   *
   * @throws CountiesMissed
   */
  async close(counts: RowCounts): Promise<RecordedRun> {
    const [recordedAt, recordedBy, id] = await this.values();
    const counties = await this.countiesWritten();
    const numbers = [counts.new, counts.corrected, counts.unchanged, counts.withdrawn];
    await this.client.query(CLOSE_RUN, [id, counties, ...numbers]);
    return {
      id,
      fileName: this.origin.file?.name ?? null,
      sha256: this.origin.file?.sha256 ?? null,
      channel: this.origin.channel,
      recordedAt,
      recordedBy,
      rowsNew: counts.new,
      rowsCorrected: counts.corrected,
      rowsUnchanged: counts.unchanged,
      rowsWithdrawn: counts.withdrawn,
    };
  }

  private async open(): Promise<RecordValues> {
    const { channel, recordedBy, file, counties, dryRun = false } = this.origin;
    if (!dryRun) await this.client.query(ANNOUNCE);
    const given = [file?.name ?? null, file?.sha256 ?? null, channel, recordedBy, counties];
    const { rows } = await this.client.query<{ id: string; recorded_at: string }>(INSERT_RUN, given);
    return [rows[0]!.recorded_at, recordedBy, rows[0]!.id];
  }

  private async countiesWritten(): Promise<Counties> {
    const locked = this.origin.counties;
    if (locked === null) return null;
    const { rows } = await this.client.query<{ counties: string[]; everything: boolean }>(WRITTEN);
    const { counties, everything } = rows[0]!;
    if (everything) throw new CountiesMissed(null);
    if (counties.some((county) => !locked.includes(county))) throw new CountiesMissed(together(locked, counties));
    return counties;
  }
}
