import { defineEntity, p } from '@mikro-orm/core';
import { CIRCULAR_DATES, LANGS } from '../vocabulary.ts';
import { campaign, unitCode } from './fact-columns.ts';
import { day, moment, rowId } from './columns.ts';
import { SEALED_ONCE } from '../migrations/files-later.ts';
import { check } from './constraints.ts';

/** A circular (通报): what it is about. `previous_as_of` is the day its changes are counted from. */
export const Circular = defineEntity({
  name: 'Circular',
  tableName: 'circular',
  properties: {
    id: rowId().primary(),
    campaign: campaign(),
    unitCode: unitCode(),
    lang: p.enum(LANGS),
    asOf: day(),
    previousAsOf: day().nullable(),
    /** The moment at which the previous circular was sealed; null where there is none to agree with. */
    previousKnownAt: moment().nullable(),
    /** Days after the cut-off by which those named must answer. */
    replyDays: p.integer(),
    createdAt: moment(),
    createdBy: p.text(),
  },
  indexes: [{ name: 'circular_subject', properties: ['campaign', 'unitCode'] }],
  checks: [
    check('circular_previous_before_as_of', 'previous_as_of < as_of'),
    check('circular_reply_days_in_range', 'reply_days >= 0 and reply_days <= 366'),
  ],
});

/**
 * What an office keeps for its circulars, by language; null: as derived from the tree, '': none. `dated` is the date of
 * a circular.
 */
export const CircularSettings = defineEntity({
  name: 'CircularSettings',
  tableName: 'circular_settings',
  properties: {
    unitCode: unitCode().primary().updateRule('no action').deleteRule('no action'),
    lang: p.enum(LANGS).primary(),
    issuer: p.text().nullable(),
    issuerCode: p.text().nullable(),
    addressees: p.text().nullable(),
    copies: p.text().nullable(),
    printedBy: p.text().nullable(),
    dated: p.enum(CIRCULAR_DATES).nullable(),
    updatedAt: moment(),
    updatedBy: p.text(),
  },
});

/** What is being written: gone when it is sealed or discarded. */
export const CircularDraft = defineEntity({
  name: 'CircularDraft',
  tableName: 'circular_draft',
  properties: {
    circularId: p
      .manyToOne(Circular)
      .mapToPk()
      .fieldName('circular_id')
      .primary()
      .updateRule('no action')
      .deleteRule('cascade'),
    revision: p.integer(),
    content: p.json(),
    updatedAt: moment(),
    /** What was recorded up to it is what the words were written from. */
    wordsKnownAt: moment(),
  },
  checks: [check('circular_draft_revision_positive', 'revision > 0')],
});

/**
 * A sealed edition: a trigger keeps it from every change. `frozen` is canonical JSON, `digest` its SHA-256; the files are
 * rendered from it after it is sealed, null until then.
 */
export const CircularEdition = defineEntity({
  name: 'CircularEdition',
  tableName: 'circular_edition',
  properties: {
    circularId: p
      .manyToOne(Circular)
      .mapToPk()
      .fieldName('circular_id')
      .primary()
      .updateRule('no action')
      .deleteRule('no action'),
    edition: p.integer().primary(),
    lang: p.enum(LANGS),
    issuer: p.text(),
    year: p.integer(),
    serial: p.integer(),
    number: p.text(),
    title: p.text(),
    knownAt: moment(),
    sealedAt: moment(),
    sealedBy: p.text(),
    digest: p.text(),
    frozen: p.text(),
    docx: p.blob().nullable(),
    pdf: p.blob().nullable(),
    html: p.blob().nullable(),
  },
  uniques: [{ name: 'circular_edition_number_once', properties: ['issuer', 'year', 'serial', 'edition', 'lang'] }],
  checks: [
    check('circular_edition_edition_positive', 'edition > 0'),
    check('circular_edition_serial_positive', 'serial > 0'),
    check('circular_edition_digest_is_sha256', "digest ~ '^[0-9a-f]{64}$'"),
    check('circular_edition_files_together', 'num_nulls(docx, pdf, html) in (0, 3)'),
  ],
  triggers: [{ name: 'sealed', timing: 'before', events: ['delete', 'update'], body: SEALED_ONCE }],
});
