import { defineEntity, p } from '@mikro-orm/core';
import { CONTACT_ROLES } from '../vocabulary.ts';
import { day } from './columns.ts';
import { check, datesFinite, notEmpty } from './constraints.ts';
import { caseColumns, factColumns, factTable } from './fact-columns.ts';

/** Posts and units that answer for a case; `effective_on` is the workbook's `since`. */
export const Contacts = defineEntity({
  name: 'Contacts',
  tableName: 'contacts',
  properties: {
    ...factColumns,
    ...caseColumns,
    role: p.enum(CONTACT_ROLES),
    holder: p.text(),
    holderEn: p.text().nullable(),
    until: day().nullable(),
  },
  ...factTable(
    'contacts',
    ['caseNo', 'role', 'holder'],
    [],
    [
      datesFinite('contacts', 'effective_on', 'until'),
      notEmpty('contacts', 'holder'),
      check('contacts_until_after_since', 'until >= effective_on'),
    ],
  ),
});
