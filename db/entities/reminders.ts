import { defineEntity, p } from '@mikro-orm/core';
import { ISSUED_ONCE } from '../migrations/files-later.ts';
import { ISSUED } from '../migrations/issued-guards.ts';
import { LANGS, REMINDER_RULES } from '../vocabulary.ts';
import { day, moment, rowId } from './columns.ts';
import { check } from './constraints.ts';
import { campaign, unitCode } from './fact-columns.ts';

const issued = { name: 'issued', timing: 'before', events: ['delete', 'update'], body: ISSUED } as const;
const issuedOnce = { ...issued, body: ISSUED_ONCE } as const;

/**
 * Reminder cards (提醒卡) issued at once, with the file that holds all of them; a trigger keeps it from every change.
 * Files are rendered after the cards are numbered, null until then.
 */
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
    docx: p.blob().nullable(),
    pdf: p.blob().nullable(),
  },
  indexes: [{ name: 'reminder_batch_subject', properties: ['campaign', 'unitCode'] }],
  checks: [
    check('reminder_batch_reply_after_issue', 'reply_by >= issued_on'),
    check('reminder_batch_files_together', 'num_nulls(docx, pdf) in (0, 2)'),
  ],
  triggers: [{ ...issuedOnce, events: [...issued.events] }],
});

/** One card. `frozen` is canonical JSON, `digest` its SHA-256. */
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
    issuer: p.text(),
    year: p.integer(),
    serial: p.integer(),
    number: p.text(),
    frozen: p.text(),
    digest: p.text(),
    docx: p.blob().nullable(),
    pdf: p.blob().nullable(),
  },
  uniques: [{ name: 'reminder_card_number_once', properties: ['issuer', 'year', 'serial'] }],
  checks: [
    check('reminder_card_serial_positive', 'serial > 0'),
    check('reminder_card_digest_is_sha256', "digest ~ '^[0-9a-f]{64}$'"),
    check('reminder_card_files_together', 'num_nulls(docx, pdf) in (0, 2)'),
  ],
  triggers: [{ ...issuedOnce, events: [...issued.events] }],
});

/** What a card is about, in the order in which it lists them: which organisation and case, by which rule. */
export const ReminderMatter = defineEntity({
  name: 'ReminderMatter',
  tableName: 'reminder_matter',
  properties: {
    cardId: p
      .manyToOne(ReminderCard)
      .mapToPk()
      .fieldName('card_id')
      .primary()
      .index(false)
      .updateRule('no action')
      .deleteRule('no action'),
    position: p.integer().primary(),
    rule: p.enum(REMINDER_RULES),
    unitCode: unitCode(),
    caseNo: p.text().nullable(),
  },
  indexes: [
    { name: 'reminder_matter_unit', properties: ['unitCode'] },
    { name: 'reminder_matter_case', properties: ['caseNo'] },
  ],
  checks: [check('reminder_matter_position_positive', 'position > 0')],
  triggers: [{ ...issued, events: [...issued.events] }],
});

/** A card that was declared void (作废): why, when, by whom. Its number stays taken. */
export const ReminderVoid = defineEntity({
  name: 'ReminderVoid',
  tableName: 'reminder_void',
  properties: {
    cardId: p
      .oneToOne(ReminderCard)
      .mapToPk()
      .fieldName('card_id')
      .primary()
      .updateRule('no action')
      .deleteRule('no action'),
    reason: p.text(),
    voidedAt: moment(),
    voidedBy: p.text(),
  },
  checks: [check('reminder_void_reason_given', "reason ~ '\\S'")],
  triggers: [{ ...issued, events: [...issued.events] }],
});
