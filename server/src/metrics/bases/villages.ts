import { sql } from 'kysely';
import { defineBase, type RowContext } from '../base.ts';
import { raw, type Sql } from '../sql.ts';

const LEVELS = 'province_code, v.prefecture_code, v.county_code, v.town_code, v.village_code';

/** The campaign `k` declares a number of villages, and the viewer may see its unit. */
const declares = ({ known, drawn, visible }: RowContext): Sql => sql`k.declared_villages is not null and exists (
    select from org_unit_version w where w.code = k.unit_code and ${known('w')} and ${drawn('w')} and ${visible('w')})`;

/** Villages of the tree on the day, and the declaration of the campaign at its own unit, which overrules their count. */
const counted = (context: RowContext): Sql => sql`lateral (
  select v.id, v.code, v.kind, v.${raw(LEVELS)}, '{}'::text[] as illustrative, v.recorded_at, v.import_id, v.source_row,
    'units' as sheet, null::integer as declared, v.name,
    v.${raw(context.unitColumn)} = k.unit_code and ${declares(context)} as overruled
  from org_unit_version v
  where v.kind = 'village' and v.valid_from <= ${context.tree} and ${context.tree} < v.valid_to
    and ${context.known('v')} and not '*' = any (v.illustrative)
  union all
  select k.id, v.code, v.kind, v.${raw(LEVELS)}, k.illustrative, k.recorded_at, k.import_id, k.source_row,
    'campaigns', k.declared_villages, k.name_zh, v.${raw(context.unitColumn)} <> v.code
  from org_unit_version v
  where v.code = k.unit_code and k.declared_villages is not null and ${context.known('v')} and ${context.drawn('v')}) u`;

/** One row for a village of the tree on the day; at the campaign's own unit, its declaration instead, if it made one. */
export const villages = defineBase({
  name: 'villages',
  sheet: 'units',
  from: counted,
  joins: {},
  where: () => [],
  unitCode: raw('u.code'),
  place: 'u',
  drawsItself: true,
  sheetOf: raw('u.sheet'),
  columns: {
    counts: { sql: raw('u.overruled is not true') },
    listed: { sql: raw('u.declared is null') },
    villages: { sql: raw('coalesce(u.declared, 1)'), reads: ['declared_villages'] },
    day: { sql: raw('at.day') },
  },
  dimensions: { CHILD_UNIT: {} },
  day: 'day',
  identity: [raw('u.sheet'), raw('u.code')],
  cells: {
    code: raw('u.code'),
    name: raw('u.name'),
    kind: raw('u.kind'),
    declared_villages: raw('u.declared'),
  },
});
