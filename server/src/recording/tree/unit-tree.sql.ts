/**
 * The dated tree after an import, computed in SQL over temporary tables. A row of the sheet `units` declares a unit from
 * `valid_from` on; what is stored are segments, on each of which the unit's place in the tree is one: a town that moves to
 * another county splits the segments of its villages. Adjacent segments that differ only in their level columns are one
 * declaration, so that the same workbook read again finds its rows unchanged.
 */

/** What a row of the sheet says of a unit besides its dates. */
export const DECLARED = 'name, kind, parent_code, population, members, illustrative';
const LEVELS = 'province_code, prefecture_code, county_code, town_code, village_code';

/** Current segments of the units in `wanted_unit`, put together into declarations. */
export const declarations = (codes: string): string => `
  select code, min(valid_from) as valid_from, max(valid_to) as valid_to, ${DECLARED}
  from (
    select *, sum(starts) over (partition by code order by valid_from) as declaration
    from (
      select v.*, case when lag(valid_to) over w = valid_from
          and lag(row(${DECLARED})) over w is not distinct from row(${DECLARED}) then 0 else 1 end as starts
      from org_unit_version v
      where superseded_at = 'infinity' and code in (${codes})
      window w as (partition by code order by valid_from)
    ) marked
  ) numbered
  group by code, declaration, ${DECLARED}`;

/** What the file says of a unit beside what is known; `verdict` is new, same or corrected. */
export const UNIT_VERDICTS = `/* imports: unit verdicts */
  create temp table unit_verdict on commit drop as
  with known as (${declarations('select code from stage_units')}),
  spans as (
    select *, lead(valid_from) over (partition by code order by valid_from) as next_from from known
  )
  select s.row_no, s.code, s.valid_from,
    case
      when v.code is null then 'new'
      when row(${DECLARED.split(', ')
        .map((column) => `s.${column}`)
        .join(', ')})
        is not distinct from row(${DECLARED.split(', ')
          .map((column) => `v.${column}`)
          .join(', ')})
        and (case when s.valid_to is null then k.valid_to = 'infinity' or k.valid_to is not distinct from k.next_from
             else k.valid_to = s.valid_to or exists ( -- the file goes on with an equal row from that day, as it did before
               select 1 from stage_units n
               join org_unit_version o on o.code = n.code and o.valid_from = n.valid_from and o.superseded_at = 'infinity'
               where n.code = s.code and n.valid_from = s.valid_to) end) then 'same'
      else 'corrected'
    end as verdict
  from stage_units s
  left join org_unit_version v on v.code = s.code and v.valid_from = s.valid_from and v.superseded_at = 'infinity'
  left join spans k on k.code = s.code and k.valid_from <= s.valid_from and s.valid_from < k.valid_to`;

/** Units whose segments must be computed again: those with a new, corrected or withdrawn row, and all below them. */
export const AFFECTED_UNITS = `/* imports: affected units */
  create temp table affected_unit on commit drop as
  with recursive edge as (
    select code, parent_code from stage_units where parent_code is not null
    union
    select code, parent_code from org_unit_version where superseded_at = 'infinity' and parent_code is not null
  ), below as (
    select code from unit_verdict where verdict <> 'same'
    union
    select code from withdrawing_units
    union
    select edge.code from edge join below on edge.parent_code = below.code
  )
  select code, false as done from below`;

export const NO_UNITS_AFFECTED = 'create temp table affected_unit (code text, done boolean) on commit drop';

/** Declarations of affected units: those of the file over those known, without those that the file withdraws. */
export const UNIT_DECLARATIONS = `/* imports: unit declarations */
  create temp table unit_declared on commit drop as
  with known as (${declarations('select code from affected_unit')}),
  spans as (
    select *, lead(valid_from) over (partition by code order by valid_from) as next_from from known
  ),
  together as (
    select s.row_no, s.code, s.valid_from, s.valid_to, ${DECLARED.split(', ')
      .map((column) => `s.${column}`)
      .join(', ')}
    from stage_units s join affected_unit using (code)
    union all
    select null, code, valid_from, case when valid_to is distinct from next_from then nullif(valid_to, 'infinity') end, ${DECLARED}
    from spans k
    where not exists (select 1 from stage_units s where s.code = k.code and s.valid_from = k.valid_from)
      and not exists (select 1 from withdrawing_units w where w.code = k.code and w.valid_from = k.valid_from)
  )
  select t.*, lead(valid_from) over (partition by code order by valid_from) as next_from from together t`;

export const UNIT_SEGMENTS = `/* imports: unit segments */
  create temp table unit_segment (
    row_no integer, code text, name text, kind text, level smallint, parent_code text,
    province_code text, prefecture_code text, county_code text, town_code text, village_code text,
    population integer, members integer, valid_from date, valid_to date, illustrative text[]) on commit drop`;

export const UNIT_SEGMENT_INDEX =
  'create index on unit_segment (code); create index on affected_unit (code); create index on unit_declared (code)';

const OWN_LEVEL = `case d.kind when 'province' then 1 when 'prefecture' then 2 when 'county' then 3
  when 'street' then 4 when 'town' then 4 when 'township' then 4 when 'village' then 5 when 'community' then 5
  else least(coalesce(p.level + 1, 5), 5) end`;

const levelColumn = (level: number, name: string): string =>
  `case when x.level = ${level} then x.code when x.level > ${level} then x.parent_${name} end as ${name}`;

const ready = `not exists (
    select 1 from unit_declared o join affected_unit a on a.code = o.parent_code
    where o.code = u.code and not a.done)`;

export const CREATE_READY = 'create temp table ready_unit (code text) on commit drop';

/** Units whose parents are all computed (or not affected). */
export const READY_UNITS = `/* imports: ready units */
  insert into ready_unit select u.code from affected_unit u where not u.done and ${ready}`;

/**
 * Segments of the ready units. A parent's first and last segment count beyond its own life, so that no day of a unit is
 * without a place; that the parent did not live then is reported by the checks.
 */
export const COMPUTE_READY = `/* imports: compute ready units */
  insert into unit_segment
  with parent as (
    select code, level, ${LEVELS}, valid_from from unit_segment where code in (
      select d.parent_code from unit_declared d join ready_unit using (code))
    union all
    select code, level, ${LEVELS}, valid_from from org_unit_version v
    where superseded_at = 'infinity' and not exists (select 1 from affected_unit a where a.code = v.code)
      and code in (select d.parent_code from unit_declared d join ready_unit using (code))
  ), span as (
    select code, level, ${LEVELS},
      case when lag(valid_from) over w is null then '-infinity'::date else valid_from end as valid_from,
      coalesce(lead(valid_from) over w, 'infinity') as valid_to
    from parent window w as (partition by code order by valid_from)
  ), piece as (
    select d.row_no, d.code, d.name, d.kind, ${OWN_LEVEL} as level, d.parent_code, d.population, d.members, d.illustrative,
      d.valid_from as declared_from,
      p.province_code as parent_province_code, p.prefecture_code as parent_prefecture_code, p.county_code as parent_county_code,
      p.town_code as parent_town_code, p.village_code as parent_village_code,
      greatest(d.valid_from, coalesce(p.valid_from, '-infinity')) as valid_from,
      least(coalesce(d.valid_to, 'infinity'), coalesce(d.next_from, 'infinity'), coalesce(p.valid_to, 'infinity')) as valid_to
    from unit_declared d
    join ready_unit using (code)
    left join span p on p.code = d.parent_code
      and p.valid_from < least(coalesce(d.valid_to, 'infinity'), coalesce(d.next_from, 'infinity')) and d.valid_from < p.valid_to
  ), placed as (
    select x.row_no, x.code, x.name, x.kind, x.level, x.parent_code, x.population, x.members, x.illustrative, x.declared_from,
      ${['province_code', 'prefecture_code', 'county_code', 'town_code', 'village_code'].map((name, at) => levelColumn(at + 1, name)).join(', ')},
      x.valid_from, x.valid_to
    from piece x where x.valid_from < x.valid_to
  ), numbered as (
    select *, sum(starts) over (partition by code, declared_from order by valid_from) as run from (
      select *, case when lag(row(level, ${LEVELS})) over w is not distinct from row(level, ${LEVELS}) then 0 else 1 end as starts
      from placed window w as (partition by code, declared_from order by valid_from)
    ) marked
  )
  select row_no, code, name, kind, level, parent_code, ${LEVELS}, population, members, min(valid_from), max(valid_to), illustrative
  from numbered
  group by row_no, code, name, kind, level, parent_code, ${LEVELS}, population, members, illustrative, declared_from, run`;

export const MARK_READY = 'update affected_unit u set done = true from ready_unit r where r.code = u.code';
export const EMPTY_READY = 'truncate ready_unit';

const SEGMENT = `code, name, kind, level, parent_code, ${LEVELS}, population, members, valid_from, valid_to, illustrative`;

/** Units that the rest of the import refers to, as they will be; `wanted` selects their codes. */
export const effectiveUnits = (wanted: string): string => `/* imports: effective units */
  create temp table eff_unit on commit drop as
  with wanted_unit as (${wanted})
  select s.row_no, ${SEGMENT.split(', ')
    .map((column) => `s.${column}`)
    .join(', ')}
  from unit_segment s where code in (select code from wanted_unit)
  union all
  select null, ${SEGMENT} from org_unit_version v
  where superseded_at = 'infinity' and code in (select code from wanted_unit)
    and not exists (select 1 from affected_unit a where a.code = v.code)`;

/** Segments that no longer hold are superseded at $1. */
export const SUPERSEDE_UNITS = `/* imports: supersede units */
  update org_unit_version v set superseded_at = $1
  from affected_unit a
  where a.code = v.code and v.superseded_at = 'infinity' and not exists (
    select 1 from unit_segment s
    where s.code = v.code and s.valid_from = v.valid_from
      and row(${SEGMENT.split(', ')
        .map((column) => `s.${column}`)
        .join(', ')})
        is not distinct from row(${SEGMENT.split(', ')
          .map((column) => `v.${column}`)
          .join(', ')}))`;

export const INSERT_UNIT_CODES = `/* imports: insert unit codes */
  insert into org_unit (code) select distinct code from unit_segment on conflict do nothing`;

/** New segments: $1 recorded_at, $2 recorded_by, $3 import. */
export const INSERT_UNITS = `/* imports: insert units */
  insert into org_unit_version (${SEGMENT}, recorded_at, recorded_by, import_id, source_row)
  select ${SEGMENT.split(', ')
    .map((column) => `s.${column}`)
    .join(', ')}, $1, $2, $3, s.row_no
  from unit_segment s
  where not exists (
    select 1 from org_unit_version v where v.code = s.code and v.valid_from = s.valid_from and v.superseded_at = 'infinity')`;
