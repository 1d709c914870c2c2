import { defineEntity, p } from '@mikro-orm/core';

/** Every case number ever recorded, so that other facts can refer to a case whatever its version. */
export const CaseRegister = defineEntity({
  name: 'CaseRegister',
  tableName: 'case_register',
  properties: { countyCode: p.text().primary(), caseNo: p.text().primary() },
});
