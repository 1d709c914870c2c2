import { defineEntity, p } from '@mikro-orm/core';
import { ISSUED } from '../migrations/issued-guards.ts';
import { LANGS, REMINDER_RULES } from '../vocabulary.ts';
import { day, moment, rowId } from './columns.ts';
import { check } from './constraints.ts';
import { campaign, unitCode } from './fact-columns.ts';

const issued = { name: 'issued', timing: 'before', events: ['delete', 'update'], body: ISSUED } as const;

/** Reminder cards (提醒卡) issued at one go, with the file that holds all of them; a trigger keeps it from every change. */
export const ReminderBatch = defineEntity({
  name: 'ReminderBatch',
  tableName: 'reminder_batch',
  properties: {
    id: rowId().primary(),
    campaign: campaign(),
    unitCode: unitCode(),
    lang: p.enum(LANGS),
    asOf: day(),
    knownAt: moment(),
    issuer: p.text(),
    issuedOn: day(),
    replyBy: day(),
    issuedAt: moment(),
    issuedBy: p.text(),
    docx: p.blob(),
    pdf: p.blob(),
  },
  indexes: [{ name: 'reminder_batch_subject', properties: ['campaign', 'unitCode'] }],
  checks: [check('reminder_batch_reply_after_issue', 'reply_by >= issued_on')],
  triggers: [{ ...issued, events: [...issued.events] }],
});

/** One card: about which organisation and case, by which rule. `frozen` is canonical JSON, `digest` its SHA-256. */
export const ReminderCard = defineEntity({
  name: 'ReminderCard',
  tableName: 'reminder_card',
  properties: {
    id: rowId().primary(),
    batchId: p
      .manyToOne(ReminderBatch)
      .mapToPk()
      .fieldName('batch_id')
      .index('reminder_card_batch')
      .updateRule('no action')
      .deleteRule('no action'),
    unitCode: unitCode(),
    caseNo: p.text().nullable(),
    rule: p.enum(REMINDER_RULES),
    issuer: p.text(),
    year: p.integer(),
    serial: p.integer(),
    number: p.text(),
    frozen: p.text(),
    digest: p.text(),
    docx: p.blob(),
    pdf: p.blob(),
  },
  uniques: [{ name: 'reminder_card_number_once', properties: ['issuer', 'year', 'serial'] }],
  indexes: [
    { name: 'reminder_card_matter', properties: ['rule', 'unitCode', 'caseNo'] },
    { name: 'reminder_card_case', properties: ['caseNo'] },
  ],
  checks: [
    check('reminder_card_serial_positive', 'serial > 0'),
    check('reminder_card_digest_is_sha256', "digest ~ '^[0-9a-f]{64}$'"),
  ],
  triggers: [{ ...issued, events: [...issued.events] }],
});
