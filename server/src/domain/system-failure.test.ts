import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { httpStatusOf, type WallchartError } from './errors.ts';
import { systemFailure } from './system-failure.ts';

const coded = (code: string, message = 'words of its own'): Error => Object.assign(new Error(message), { code });

test.each([
  ['53100', 'DISK_FULL'],
  ['53200', 'OUT_OF_RESOURCES'],
  ['53300', 'DATABASE_BUSY'],
  ['53400', 'OUT_OF_RESOURCES'],
  ['40001', 'DATABASE_BUSY'],
  ['40P01', 'DATABASE_BUSY'],
  ['55P03', 'DATABASE_BUSY'],
  ['57014', 'QUERY_TIMEOUT'],
  ['25P03', 'QUERY_TIMEOUT'],
  ['57P01', 'DATABASE_UNAVAILABLE'],
  ['57P02', 'DATABASE_UNAVAILABLE'],
  ['57P03', 'DATABASE_UNAVAILABLE'],
  ['57P05', 'DATABASE_UNAVAILABLE'],
  ['08006', 'DATABASE_UNAVAILABLE'],
  ['08P01', 'DATABASE_UNAVAILABLE'],
  ['58030', 'DATABASE_UNAVAILABLE'],
  ['25006', 'DATABASE_READ_ONLY'],
  ['28P01', 'DATABASE_REFUSED'],
  ['3D000', 'DATABASE_REFUSED'],
  ['42501', 'DATABASE_REFUSED'],
  ['XX001', 'DATABASE_DAMAGED'],
  ['XX002', 'DATABASE_DAMAGED'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EFBIG', 'DISK_FULL'],
  ['EACCES', 'FILE_NOT_ACCESSIBLE'],
  ['EPERM', 'FILE_NOT_ACCESSIBLE'],
  ['EROFS', 'FILE_NOT_ACCESSIBLE'],
  ['EMFILE', 'OUT_OF_RESOURCES'],
  ['ENOMEM', 'OUT_OF_RESOURCES'],
  ['ECONNREFUSED', 'DATABASE_UNAVAILABLE'],
  ['ECONNRESET', 'DATABASE_UNAVAILABLE'],
  ['EPIPE', 'DATABASE_UNAVAILABLE'],
])('%s becomes %s', (code, expected) => {
  expect(systemFailure(coded(code))?.code).toBe(expected);
});

test.each([
  ['timeout exceeded when trying to connect', 'DATABASE_BUSY'],
  ['Context creation failed: timeout exceeded when trying to connect', 'DATABASE_BUSY'],
  ['Connection terminated unexpectedly', 'DATABASE_UNAVAILABLE'],
  ['Connection terminated due to connection timeout', 'DATABASE_UNAVAILABLE'],
  ['Client has encountered a connection error and is not queryable', 'DATABASE_UNAVAILABLE'],
  ['Cannot use a pool after calling end on the pool', 'DATABASE_UNAVAILABLE'],
  ['driver has already been destroyed', 'DATABASE_UNAVAILABLE'],
])('without a code, "%s" becomes %s', (message, expected) => {
  expect(systemFailure(new Error(message))?.code).toBe(expected);
});

test('the disk of the database is full also where it is reported as a system error', () => {
  expect(systemFailure(coded('58030', 'could not write file: No space left on device'))?.code).toBe('DISK_FULL');
});

test('it is found wherever it was wrapped, and kept as the cause', () => {
  const origin = coded('53100', 'could not extend file "base/5/16384": No space left on device');
  const looped = new Error('outer', { cause: origin });
  origin.cause = looped;
  for (const wrapped of [
    looped,
    new Error('outermost', { cause: new Error('outer', { cause: origin }) }),
    new GraphQLError('Context creation failed', { originalError: origin }),
    new AggregateError([new Error('first'), origin]),
  ]) {
    expect(systemFailure(wrapped)).toMatchObject({ code: 'DISK_FULL', cause: origin });
  }
});

test.each([
  ['a broken rule of the data', coded('23001')],
  ['a mistake in a statement', coded('42P01')],
  ['a missing file', coded('ENOENT')],
  ['no code', new TypeError('x is not a function')],
  ['no error', 'a text'],
])('what is no failure of the system stays unexpected: %s', (_, error) => {
  expect(systemFailure(error)).toBeNull();
});

test('each says what to do in both languages, and has a status of its own', () => {
  for (const code of ['ENOSPC', 'EPIPE', '53300', '25006', '28P01', 'XX001', 'EMFILE', 'EACCES', '57014']) {
    const failure = systemFailure(coded(code)) as WallchartError;
    expect(failure.message).toMatch(/^[A-Z].*\. .*[\u4E00-\u9FFF]。$/);
    expect(failure.message).not.toContain('words of its own');
    expect(httpStatusOf(failure.code)).toBe(failure.code === 'DISK_FULL' ? 507 : 503);
  }
});
