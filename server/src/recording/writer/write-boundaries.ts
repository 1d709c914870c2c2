import type { RecordValues, RowCounts } from '../recording.ts';
import type { Statements } from '../statements.ts';

/** The table of boundaries: its name, and what a row is identified by besides its county. */
export const BOUNDARY_FACTS = {
  table: 'boundaries',
  identity: ['unit_code', 'shape', 'effective_on'],
  columns: ['unit_code', 'shape', 'geometry', 'illustrative'],
} as const;

/** The boundary of a unit, or its site, since a day; `illustrative` is its mark on the whole row. */
export interface BoundaryRow {
  readonly row_no: number;
  readonly unit_code: string;
  readonly shape: string;
  readonly county_code: string;
  readonly effective_on: string;
  readonly geometry: object;
  readonly illustrative: readonly string[];
}

/** A row with the number of its vertices, which decides how many are sent together. */
export type SizedBoundary = BoundaryRow & { readonly vertices: number };

const CREATE_STAGE = `/* imports: stage boundaries */
  create temp table stage_boundaries (row_no integer, unit_code text, shape text, county_code text, effective_on date,
    geometry jsonb, illustrative text[]) on commit drop`;

const FILL_STAGE = `/* imports: fill boundaries */
  insert into stage_boundaries
  select * from jsonb_to_recordset($1::jsonb) as given (row_no integer, unit_code text, shape text, county_code text,
    effective_on date, geometry jsonb, illustrative text[])`;

/** The current boundary of the same unit, shape and day beside each feature. */
const LOCATE = `/* imports: locate boundaries */
  create temp table located_boundaries on commit drop as
  select s.*, b.id as old_id, b.county_code as old_county,
    b.id is not null and row(s.geometry, s.illustrative, s.county_code) is not distinct from row(b.geometry, b.illustrative, b.county_code) as same
  from stage_boundaries s
  left join boundaries b on b.superseded_at = 'infinity' and b.unit_code = s.unit_code and b.shape = s.shape
    and b.effective_on = s.effective_on`;

const COUNT = `/* imports: count boundaries */
  select count(*) filter (where old_id is null)::int as new, count(*) filter (where old_id is not null and not same)::int as corrected,
    count(*) filter (where same)::int as unchanged
  from located_boundaries`;

const SUPERSEDE = `/* imports: supersede boundaries */
  update boundaries b set superseded_at = $1 from located_boundaries l
  where l.old_id = b.id and l.old_county = b.county_code and not l.same`;

const INSERT = `/* imports: insert boundaries */
  insert into boundaries (county_code, effective_on, unit_code, shape, geometry, illustrative, recorded_at, recorded_by, import_id, source_row)
  select county_code, effective_on, unit_code, shape, geometry, illustrative, $1, $2, $3, row_no
  from located_boundaries where not same`;

/** Vertices that go to the database in one statement. */
const BATCH_VERTICES = 50_000;

/** Sets the features beside what is recorded, and tells how many are new, corrected and unchanged. Writes no fact. */
export async function stageBoundaries(
  client: Statements,
  boundaries: readonly SizedBoundary[],
  onRows: (done: number) => void,
): Promise<RowCounts> {
  await client.query(CREATE_STAGE);
  let done = 0;
  for (const batch of batches(boundaries)) {
    await client.query(FILL_STAGE, [JSON.stringify(batch)]);
    onRows((done += batch.length));
  }
  await client.query(LOCATE);
  const { rows } = await client.query<RowCounts>(COUNT);
  return { ...(rows[0] ?? { new: 0, corrected: 0, unchanged: 0 }), withdrawn: 0 };
}

/** Records what was staged: changed boundaries are superseded, new and changed ones inserted. */
export async function writeBoundaries(client: Statements, record: RecordValues): Promise<void> {
  await client.query(SUPERSEDE, [record[0]]);
  await client.query(INSERT, [...record]);
  await client.query('/* imports: statistics */ analyze boundaries');
}

function* batches(boundaries: readonly SizedBoundary[]): Generator<SizedBoundary[]> {
  let batch: SizedBoundary[] = [];
  let vertices = 0;
  for (const one of boundaries) {
    batch.push(one);
    vertices += one.vertices;
    if (vertices < BATCH_VERTICES) continue;
    yield batch;
    batch = [];
    vertices = 0;
  }
  if (batch.length > 0) yield batch;
}
