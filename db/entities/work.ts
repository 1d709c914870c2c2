import { defineEntity, p } from '@mikro-orm/core';
import { JOB_KINDS, UPLOAD_KINDS } from '../vocabulary.ts';
import { moment } from './columns.ts';
import { check } from './constraints.ts';

/** Work under way and its result, for an hour, as JSON text: every process sees it, and a restart finds it. */
export const Job = defineEntity({
  name: 'Job',
  tableName: 'job',
  properties: {
    kind: p.enum(JOB_KINDS).primary(),
    id: p.text().primary(),
    running: p.boolean(),
    body: p.text(),
    startedAt: moment(),
    touchedAt: moment(),
  },
});

/** A file that was uploaded, for an hour; its bytes are in `upload_chunk`. */
export const Upload = defineEntity({
  name: 'Upload',
  tableName: 'upload',
  properties: {
    id: p.uuid().primary(),
    kind: p.enum(UPLOAD_KINDS),
    /** As the user calls it. */
    fileName: p.text(),
    bytes: p.integer(),
    receivedAt: moment(),
  },
  indexes: [{ name: 'upload_received', properties: ['receivedAt'] }],
  checks: [check('upload_bytes_not_negative', 'bytes >= 0')],
});

/** A part of an upload; parts count from 0. */
export const UploadChunk = defineEntity({
  name: 'UploadChunk',
  tableName: 'upload_chunk',
  properties: {
    uploadId: p
      .manyToOne(Upload)
      .mapToPk()
      .fieldName('upload_id')
      .primary()
      .index(false)
      .updateRule('no action')
      .deleteRule('cascade'),
    place: p.integer().primary(),
    bytes: p.blob(),
  },
  checks: [check('upload_chunk_place_not_negative', 'place >= 0')],
});
