import { p } from '@mikro-orm/core';
import { MomentType } from './moment-type.ts';

/** A day: 'YYYY-MM-DD', or '-infinity' / 'infinity' where a validity is open. Never a Date. */
export const day = () => p.string().columnType('date');

/** A moment: ISO 8601 in UTC ('2014-07-31T08:00:00.000Z'), or 'infinity'. Never a Date. */
export const moment = () => p.type(MomentType);

/** An amount in yuan: an exact decimal string, numeric(18,2). Never a float. */
export const money = () => p.decimal('string').columnType('numeric(18,2)');

/** A database-made row number, as a string (bigint). */
export const rowId = () => p.bigint('string').autoincrement().generated('identity');

export const textList = () => p.array().columnType('text[]');

/** A share in per cent, 0 to 100: an exact decimal string, numeric(5,2). */
export const percent = () => p.decimal('string').columnType('numeric(5,2)');
