import type { Db, Row } from '../database.ts';
import type { RecordInput } from './record.ts';
import { buildUnit } from './unit.ts';

export interface CountyInput extends RecordInput {
  /** Six digits. Default '350322'. */
  code?: string;
  /** Default 2. */
  towns?: number;
  /** Villages in each town. Default 2. */
  villages?: number;
  /** Communities in each town. Default 0. */
  communities?: number;
}

export interface BuiltCounty {
  county: Row<'org_unit_version'>;
  towns: Row<'org_unit_version'>[];
  /** Villages and communities of all towns, in division order. */
  villages: Row<'org_unit_version'>[];
}

/** Inserts a county (without province and prefecture rows) with towns `…100`, `…101` and villages `…200`, `…201` below. */
export async function buildCounty(db: Db, input: CountyInput = {}): Promise<BuiltCounty> {
  const { code = '350322', towns: townCount = 2, villages: villageCount = 2, communities = 0, ...record } = input;
  const county = await buildUnit(db, { ...record, code, parentCode: null });
  const built: BuiltCounty = { county, towns: [], villages: [] };
  for (let t = 0; t < townCount; t++) {
    const town = await buildUnit(db, { ...record, code: `${code}${100 + t}` });
    built.towns.push(town);
    const suffixes = [...numbers(1, communities), ...numbers(200, villageCount)];
    for (const suffix of suffixes) {
      built.villages.push(await buildUnit(db, { ...record, code: `${town.code}${suffix}` }));
    }
  }
  return built;
}

const numbers = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(from + index).padStart(3, '0'));
