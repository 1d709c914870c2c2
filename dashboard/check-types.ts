import { join } from 'node:path';
import ts from 'typescript';
import { newerBuiltIns } from './built-ins.ts';
import { unnamedMessages } from './unnamed-messages.ts';
import { vueProgram } from './vue-program.ts';

/*
 * Checks the components and what they import: their types, as vue-tsc does, that they use no built-in that an oldest browser
 * lacks (docs/adr/0014), and that each text of the messages is named somewhere. One program serves all, as to make it takes as
 * long as to check it. Exits 1 when anything is wrong.
 */

const here = import.meta.dirname;
const polyfills = ['polyfills.ts', 'web.ts'].map((name) => join(here, 'src/older-browsers', name));
const program = vueProgram(join(here, 'tsconfig.app.json'));
const faults = ts.getPreEmitDiagnostics(program);
const { files, newer } = newerBuiltIns(program, here, polyfills);
process.stdout.write(
  ts.formatDiagnostics(faults, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => here,
    getNewLine: () => '\n',
  }),
);
for (const line of newer) process.stdout.write(`${line}, and no polyfill brings it\n`);
const unnamed = unnamedMessages(program, 'src/i18n/message-key.ts');
for (const key of unnamed) process.stdout.write(`no code names the text ${key}\n`);
process.stdout.write(`${files} files checked\n`);
// A project that was not found has nothing wrong.
if (faults.length + newer.length + unnamed.length > 0 || files <= 300) process.exitCode = 1;
