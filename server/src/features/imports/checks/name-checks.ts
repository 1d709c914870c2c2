import type { PoolClient } from 'pg';
import { columnName } from '../../../rendering/workbook/cell-address.ts';
import { comparable } from '../../../domain/narrow.ts';
import type { ProblemLog } from '../../../recording/problems.ts';
import type { StagedSheet } from '../staging/stage-sheet.ts';
import { unitKeyOf } from '../staging/unit-names.ts';

interface Unit {
  readonly key: string;
  readonly code: string;
  /** every name that it has or had */
  readonly names: readonly string[];
  /** names of the units above it, from the top */
  readonly above: readonly string[];
}

const VERSIONS = 'code, name, level, province_code, prefecture_code, county_code, town_code';

const unitsOf = (keys: string): string => `/* imports: units that are named beside their code */
  with coded as (${keys}),
  version as (
    select ${VERSIONS} from unit_segment where code in (select code from coded)
    union
    select ${VERSIONS} from org_unit_version where superseded_at = 'infinity' and code in (select code from coded)
  ),
  above as (
    select distinct v.code, a.code as upper from version v
    cross join lateral (values (v.province_code), (v.prefecture_code), (v.county_code), (v.town_code)) a (code)
    where a.code <> v.code
  ),
  upper as (
    select code, name, level from unit_segment where code in (select upper from above)
    union
    select code, name, level from org_unit_version where superseded_at = 'infinity' and code in (select upper from above)
  )
  select c.key, c.code, array_agg(distinct v.name) as names,
    array(select u.name from above a join upper u on u.code = a.upper where a.code = c.code order by u.level) as above
  from coded c join version v on v.code = c.code group by c.key, c.code`;

const BY_CODE = 'select key, key as code from unnest($1::text[]) key';
const BY_CASE = 'select key, k.unit_code as code from unnest($1::text[]) key join eff_case k on k.case_no = key';

const ORGANISATION = /(?:党支部|党总支|党委|支部|总支|村民委员会|居民委员会|村委会|居委会|委员会)+$/;
const KIND = /(?:行政村|建制村|村|社区|镇|乡|街道|县|区|市)$/;

const bare = (text: string): string => comparable(text).replace(/^中共/, '').replace(ORGANISATION, '');
/** 东山 of 东山村; a name of one character keeps its kind. */
const stem = (text: string): string => {
  const name = bare(text);
  const short = name.replace(KIND, '');
  return short.length > 1 ? short : name;
};

/** Whether a name may be that of the unit, or of one above it, as offices write it: 东山, 鲤南镇东山村, 东山村党支部, 鲤南镇. */
export function mayBeNamed(written: string, { names, above }: Pick<Unit, 'names' | 'above'>): boolean {
  const name = bare(written);
  const path = bare(above.join(''));
  return names.some((own) => name.includes(stem(own)) || (path + bare(own)).includes(stem(written)));
}

/** Warns of a name that stands beside the code of another unit: a digit that was mistyped, as a rule. Needs eff_case for sheets of cases. */
export async function checkNames(client: PoolClient, staged: readonly StagedSheet[], log: ProblemLog): Promise<void> {
  for (const { sheet, names } of staged) {
    if (names.length === 0) continue;
    const keys = [...new Set(names.map(({ key }) => key))];
    const { rows } = await client.query<Unit>(unitsOf(unitKeyOf(sheet) === 'case_no' ? BY_CASE : BY_CODE), [keys]);
    const units = new Map(rows.map((unit) => [unit.key, unit]));
    for (const { row, at, name, key } of names) {
      const unit = units.get(key);
      if (!unit || mayBeNamed(name, unit)) continue;
      const own = unit.above.slice(-1).concat(unit.names.slice(-1)).join('');
      log.add(sheet, {
        row,
        cell: `${columnName(at)}${row}`,
        value: name,
        code: 'OTHER_NAME',
        severity: 'warning',
        expected: {
          zh: `“${own}”；若应是“${name}”，请改代码（以代码为准）`,
          en: `${own}; if ${name} is meant, correct the code, which is what counts`,
        },
        message: {
          zh: `名称写的是“${name}”，而代码 ${unit.code} 是“${own}”`,
          en: `the name is ${name}, but the code ${unit.code} belongs to ${own}`,
        },
      });
    }
  }
}
