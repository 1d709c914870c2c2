import { expect, test } from 'vitest';
import { testDatabase } from './testing/index.ts';

const database = testDatabase();

test('entities and the migrated database do not differ', async () => {
  expect(await database.orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
});
