import { defineEntity, p } from '@mikro-orm/core';
import { UNIT_KINDS } from '../vocabulary.ts';
import { day, rowId } from './columns.ts';
import {
  APPEND_ONLY_TRIGGER,
  check,
  CURRENT,
  datesFinite,
  notNegative,
  recordedBeforeSuperseded,
} from './constraints.ts';
import { recordColumns } from './record-columns.ts';

const KIND_FITS_LEVEL = `case when kind = 'province' then level = 1 when kind = 'prefecture' then level = 2 when kind = 'county' then level = 3
  when kind in ('street', 'town', 'township') then level = 4 when kind in ('village', 'community') then level = 5 else level > 1 end`;

/** A unit of the dated tree by its division code; what it was on a day is in its versions. */
export const OrgUnit = defineEntity({
  name: 'OrgUnit',
  tableName: 'org_unit',
  properties: { code: p.text().primary() },
  checks: [check('org_unit_code_is_digits', "code ~ '^[0-9]{2,12}$'")],
});

/**
 * A unit over `[valid_from, valid_to)`. The level columns hold the unit's own code at its own level, its ancestors' codes
 * above and null below, so that a roll-up is a GROUP BY.
 */
export const OrgUnitVersion = defineEntity({
  name: 'OrgUnitVersion',
  tableName: 'org_unit_version',
  properties: {
    id: rowId().primary(),
    code: p.manyToOne(OrgUnit).mapToPk().fieldName('code'),
    name: p.text(),
    kind: p.enum(UNIT_KINDS),
    level: p.smallint(),
    parentCode: p.manyToOne(OrgUnit).mapToPk().fieldName('parent_code').nullable().deleteRule('no action'),
    provinceCode: p.text().nullable(),
    prefectureCode: p.text().nullable(),
    countyCode: p.text().nullable(),
    townCode: p.text().nullable(),
    villageCode: p.text().nullable(),
    population: p.integer().nullable(),
    members: p.integer().nullable(),
    validFrom: day().defaultRaw("'-infinity'"),
    validTo: day().defaultRaw("'infinity'"),
    ...recordColumns,
  },
  indexes: [
    { name: 'org_unit_version_code', properties: ['code'] },
    { name: 'org_unit_version_town', properties: ['townCode'], where: CURRENT },
    { name: 'org_unit_version_county', properties: ['countyCode'], where: CURRENT },
    { name: 'org_unit_version_parent', properties: ['parentCode'], where: CURRENT },
    { name: 'org_unit_version_name_search', properties: ['name'], type: 'gin' },
  ],
  triggers: [APPEND_ONLY_TRIGGER],
  checks: [
    datesFinite('org_unit_version'),
    check('org_unit_version_kind_fits_level', KIND_FITS_LEVEL),
    check('org_unit_version_name_not_empty', "name <> ''"),
    check('org_unit_version_level_in_range', 'level >= 1 and level <= 5'),
    notNegative('org_unit_version', 'population'),
    notNegative('org_unit_version', 'members'),
    check('org_unit_version_valid_from_before_to', 'valid_from < valid_to'),
    recordedBeforeSuperseded('org_unit_version'),
    check('org_unit_version_not_own_parent', 'parent_code <> code'),
    check(
      'org_unit_version_no_overlap',
      `exclude using gist ((code || '') with =, daterange(valid_from, valid_to, '[)') with &&) where (not isfinite(superseded_at))`,
    ),
  ],
});
