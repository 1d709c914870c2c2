import { defineEntity, p } from '@mikro-orm/core';
import { COUNTED_SERIES } from '../migrations/numbered-guards.ts';
import { NUMBER_SERIES } from '../vocabulary.ts';
import { check } from './constraints.ts';

/**
 * The last number of an issuer in a year, of circulars and of reminder cards; its row is locked while a document takes
 * the next, so that none is left out; only a circular that is given a later number by hand leaves some out.
 */
export const DocumentNumber = defineEntity({
  name: 'DocumentNumber',
  tableName: 'document_number',
  properties: {
    series: p.enum(NUMBER_SERIES).primary(),
    issuer: p.text().primary(),
    year: p.integer().primary(),
    lastSerial: p.integer(),
  },
  checks: [check('document_number_last_serial_positive', 'last_serial > 0')],
  triggers: [{ name: 'gapless', timing: 'before', events: ['delete', 'update'], body: COUNTED_SERIES }],
});
