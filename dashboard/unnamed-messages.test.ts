import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unnamedMessages } from './unnamed-messages.ts';
import { vueProgram } from './vue-program.ts';

test('texts that neither a key, a template nor a group names are found', { timeout: 60_000 }, () => {
  const program = vueProgram(join(import.meta.dirname, 'fixtures/unnamed-messages/tsconfig.json'));
  expect(unnamedMessages(program, 'src/message-key.ts')).toEqual(['kind.town', 'page.old', 'state.lost']);
  // Keys in a file that is not there: all would be named.
  expect(() => unnamedMessages(program, 'src/none.ts')).toThrow('src/none.ts');
});
