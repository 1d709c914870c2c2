import {
  AFFECTED_UNITS,
  COMPUTE_READY,
  CREATE_READY,
  EMPTY_READY,
  MARK_READY,
  NO_UNITS_AFFECTED,
  READY_UNITS,
  UNIT_DECLARATIONS,
  UNIT_SEGMENTS,
  UNIT_SEGMENT_INDEX,
  UNIT_VERDICTS,
} from './unit-tree.sql.ts';
import type { Statements } from '../statements.ts';

/** More rounds than a tree of five levels, with `other` units below each other, can need. */
const ROUNDS = 12;

/** The tree if the file has no units: it does not change. */
export async function keepUnitTree(client: Statements): Promise<void> {
  for (const statement of [NO_UNITS_AFFECTED, UNIT_SEGMENTS]) await client.query(statement);
}

/**
 * Computes the segments of every unit that the staged rows change, level by level from the top. Needs `stage_units`.
 * Units that hang in a circle stay undone in `affected_unit`; the checks report them.
 */
export async function computeUnitTree(client: Statements): Promise<void> {
  for (const statement of [
    UNIT_VERDICTS,
    AFFECTED_UNITS,
    UNIT_DECLARATIONS,
    UNIT_SEGMENTS,
    UNIT_SEGMENT_INDEX,
    CREATE_READY,
  ]) {
    await client.query(statement);
  }
  await client.query('analyze affected_unit, unit_declared');
  for (let round = 0; round < ROUNDS; round += 1) {
    const ready = await client.query(READY_UNITS);
    if (ready.rowCount === 0) return;
    const { rowCount } = await client.query(COMPUTE_READY);
    const marked = await client.query(MARK_READY);
    await client.query(EMPTY_READY);
    if ((rowCount ?? 0) === 0 && (marked.rowCount ?? 0) === 0) return;
    await client.query('analyze unit_segment, affected_unit');
  }
}
