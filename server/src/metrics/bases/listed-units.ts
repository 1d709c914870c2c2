import { sql } from 'kysely';
import { defineBase, type RowContext } from '../base.ts';
import { all, quoted, raw, type Sql } from '../../database/sql.ts';
import { codesByLevel, validOn } from '../../ledger/temporal/index.ts';

const LEVELS = all(codesByLevel('v'), ', ');

interface Listed {
  readonly name: 'villages' | 'communities';
  readonly kind: 'village' | 'community';
  /** What a campaign declares of them at its own unit. */
  readonly declared: 'declared_villages' | 'declared_communities';
}

/** The campaign `k` declares their number, and the viewer may see its unit. */
const declares = ({ declared }: Listed, { known, drawn, visible }: RowContext): Sql =>
  sql`k.${raw(declared)} is not null and exists (
    select from org_unit_version w where w.code = k.unit_code and ${known('w')} and ${drawn('w')} and ${visible('w')})`;

/** Those of the tree on the day, and the declaration of the campaign at its own unit, which overrules their count. */
const counted =
  (listed: Listed) =>
  (context: RowContext): Sql =>
    sql`lateral (
  select v.id, v.code, v.kind, ${LEVELS}, '{}'::text[] as illustrative, v.recorded_at, v.import_id, v.source_row,
    'units' as sheet, null::integer as declared, v.name,
    v.${raw(context.unitColumn)} = k.unit_code and ${declares(listed, context)} as overruled
  from org_unit_version v
  where v.kind = ${quoted(listed.kind)} and ${validOn('v', context.tree)}
    and ${context.known('v')} and not '*' = any (v.illustrative)
  union all
  select k.id, v.code, v.kind, ${LEVELS}, k.illustrative, k.recorded_at, k.import_id, k.source_row,
    'campaigns', k.${raw(listed.declared)}, k.name_zh, v.${raw(context.unitColumn)} <> v.code
  from org_unit_version v
  where v.code = k.unit_code and k.${raw(listed.declared)} is not null and ${context.known('v')} and ${context.drawn('v')}) u`;

const listedUnits = (listed: Listed) =>
  defineBase({
    name: listed.name,
    sheet: 'units',
    from: counted(listed),
    tables: [],
    joins: {},
    where: () => [],
    unitCode: raw('u.code'),
    place: 'u',
    drawsItself: true,
    sheetOf: raw('u.sheet'),
    columns: {
      counts: { sql: raw('u.overruled is not true') },
      listed: { sql: raw('u.declared is null') },
      units: { sql: raw('coalesce(u.declared, 1)'), reads: [listed.declared] },
      day: { sql: raw('at.day') },
    },
    dimensions: { CHILD_UNIT: {} },
    day: 'day',
    identity: [raw('u.sheet'), raw('u.code')],
    cells: {
      code: raw('u.code'),
      name: raw('u.name'),
      kind: raw('u.kind'),
      [listed.declared]: raw('u.declared'),
    },
  });

/** One row for a village of the tree on the day; at the campaign's own unit, its declaration instead, if it made one. */
export const villages = listedUnits({ name: 'villages', kind: 'village', declared: 'declared_villages' });

/** The same for communities. */
export const communities = listedUnits({ name: 'communities', kind: 'community', declared: 'declared_communities' });
