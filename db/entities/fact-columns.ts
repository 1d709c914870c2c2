import { p } from '@mikro-orm/core';
import { Campaign } from './campaign.ts';
import { CaseRegister } from './case-register.ts';
import { day, rowId } from './columns.ts';
import { APPEND_ONLY_TRIGGER, CURRENT, notEmpty, recordedBeforeSuperseded, type Check } from './constraints.ts';
import { OrgUnit } from './org-unit.ts';
import { recordColumns } from './record-columns.ts';

/** Columns of every fact table. `countyCode` leads each key, so that facts can be distributed by county. */
export const factColumns = {
  countyCode: p.text().primary(),
  id: rowId().primary(),
  effectiveOn: day(),
  ...recordColumns,
};

/** Reference to a case: both columns together point at `case_register`. */
export const caseColumns = {
  caseNo: p.text(),
  caseRegister: p
    .manyToOne(CaseRegister)
    .joinColumns('county_code', 'case_no')
    .mapToPk()
    .updateRule('no action')
    .deleteRule('no action'),
};

export const campaign = () => p.manyToOne(Campaign).mapToPk().fieldName('campaign');
export const unitCode = () => p.manyToOne(OrgUnit).mapToPk().fieldName('unit_code');

/**
 * What every fact table has besides its columns: one current row for an identity, the history of an identity, and the
 * order of the two moments.
 *
 * @param table SQL name
 * @param identity property names that identify a fact, without `countyCode`
 * @param rollUp property names of the index for roll-ups over current rows, if the identity does not serve
 * @param ofUnit whether the rows of a unit are looked up one by one, and so among all versions: figures as known at a moment
 *   would read the whole table for each
 */
export function factTable<const K extends string>(
  table: string,
  identity: K[],
  rollUp: K[] = [],
  checks: Check[] = [],
  { ofUnit = false }: { readonly ofUnit?: boolean } = {},
) {
  const key: ('countyCode' | K)[] = ['countyCode', ...identity];
  return {
    uniques: [{ name: `${table}_one_current`, properties: key, where: CURRENT }],
    indexes: [
      { name: `${table}_history`, properties: key },
      ...(rollUp.length > 0
        ? [
            ofUnit
              ? { name: `${table}_of_unit`, properties: rollUp }
              : { name: `${table}_roll_up`, properties: rollUp, where: CURRENT },
          ]
        : []),
    ],
    checks: [recordedBeforeSuperseded(table), notEmpty(table, 'county_code'), ...checks],
    triggers: [APPEND_ONLY_TRIGGER],
  };
}
