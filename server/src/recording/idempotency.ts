import { WallchartError } from '../domain/errors.ts';
import type { Statements } from './statements.ts';

/** A form as its sender tells it from others. */
export interface Keyed {
  /** Who sends it: keys of different senders are different. */
  readonly recordedBy: string;
  readonly key: string;
  /** SHA-256 of what the form says, hex. */
  readonly digest: string;
}

const FIND = `/* recording: answer of a key */
  select input_sha256 as digest, answer from idempotency_key where recorded_by = $1 and key = $2`;

const KEEP = `/* recording: keep answer of a key */
  insert into idempotency_key (recorded_by, key, input_sha256, recording, answer) values ($1, $2, $3, $4, $5)
  on conflict do nothing`;

/**
 * What the same form was answered under the same key before; null if it is new.
 *
 * @throws WallchartError IDEMPOTENCY_KEY_REUSED if another form had the key
 */
export async function answerOf<T>(client: Statements, { recordedBy, key, digest }: Keyed): Promise<T | null> {
  const { rows } = await client.query<{ digest: string; answer: string }>(FIND, [recordedBy, key]);
  const [found] = rows;
  if (!found) return null;
  if (found.digest !== digest) throw reused(key);
  return JSON.parse(found.answer) as T;
}

/**
 * Keeps the answer to a form, in the transaction that records it.
 *
 * @param recording id of the run; null where nothing had to be written
 * @throws WallchartError IDEMPOTENCY_KEY_REUSED if another form has taken the key meanwhile
 */
export async function keepAnswer(
  client: Statements,
  { recordedBy, key, digest }: Keyed,
  recording: string | null,
  answer: object,
): Promise<void> {
  const { rowCount } = await client.query(KEEP, [recordedBy, key, digest, recording, JSON.stringify(answer)]);
  if (rowCount !== 1) throw reused(key);
}

const reused = (key: string): WallchartError =>
  new WallchartError(
    'IDEMPOTENCY_KEY_REUSED',
    `The idempotency key "${key}" belongs to a form with other values; nothing was recorded. Send this one under a new key. ` +
      '该提交标识已用于另一次提交且内容不同，本次未登记，请换用新的标识。',
    { key },
  );
