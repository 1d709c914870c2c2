import { defineEntity, p } from '@mikro-orm/core';
import { notEmpty } from './constraints.ts';

/** Every case number ever recorded, so that other facts can refer to a case whatever its version. */
export const CaseRegister = defineEntity({
  name: 'CaseRegister',
  tableName: 'case_register',
  properties: { countyCode: p.text().primary(), caseNo: p.text().primary() },
  checks: [notEmpty('case_register', 'county_code'), notEmpty('case_register', 'case_no')],
});
