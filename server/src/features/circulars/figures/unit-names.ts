import type { Db } from '@wallchart/db';
import { sql } from 'kysely';
import { bestVersionFirst, createUnitLoaders, type OrgUnit } from '../../units/index.ts';
import type { Subject } from '../subject.ts';

export interface NamedUnit {
  /** 鲤南镇东山村: a village with its town, seen from above the town. */
  readonly name: string;
  /** The unit itself is made up, not only something about it. */
  readonly illustrative: boolean;
}

/** Units as a circular names them, as they were on its cut-off. */
export async function nameUnits(
  db: Db,
  { unit, asOf }: Subject,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NamedUnit>> {
  const units = createUnitLoaders(db).unit;
  const load = async (wanted: readonly string[]): Promise<OrgUnit[]> => {
    const found = await units.loadMany(wanted.map((code) => ({ code, on: asOf })));
    return found.flatMap((row) => (row === null || row instanceof Error ? [] : [row]));
  };
  const wanted = [...new Set(codes)];
  const [rows, madeUp] = await Promise.all([load(wanted), madeUpUnits(db, wanted, asOf)]);
  const townOf = (row: OrgUnit) => (row.level === 5 && unit.level < 4 ? row.levelCodes[3] : null);
  const towns = await load([...new Set(rows.map(townOf).filter((code) => typeof code === 'string'))]);
  const townNames = new Map(towns.map(({ code, name }) => [code, name]));
  return new Map(
    rows.map((row) => [
      row.code,
      { name: `${townNames.get(townOf(row) ?? '') ?? ''}${row.name}`, illustrative: madeUp.has(row.code) },
    ]),
  );
}

/** Units whose whole row or name is illustrative. */
async function madeUpUnits(db: Db, codes: readonly string[], day: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string; made_up: boolean }>`/* circulars.made_up_units */
    select distinct on (v.code) v.code, v.illustrative && '{*,name}'::text[] as made_up from org_unit_version v
    where v.code = any(${[...codes]}::text[]) and v.superseded_at = 'infinity'
    order by v.code, ${bestVersionFirst(day)}`.execute(db);
  return new Set(rows.filter((row) => row.made_up).map(({ code }) => code));
}
