import { delimiter, join } from 'node:path';
import { rowOf, stepRunner, type Step } from './step-runner.ts';

/*
 * What CI runs. The tests are one lane, the static checks another beside it: they take a core for a minute or two, and the
 * tests do not keep two cores busy all the time. Exits 1 when anything fails, and 130 when it is interrupted.
 */

const root = join(import.meta.dirname, '../..');
const dashboard = join(root, 'dashboard');
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const { run, results, interrupt } = stepRunner(print, {
  ...process.env,
  // The linter's checker is gone in half a minute: memory costs it less than collecting garbage.
  GOGC: '400',
  PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
});
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    interrupt(signal);
  });
}

const script = (name: string, folder: string): Pick<Step, 'command' | 'folder'> => ({
  command: [process.execPath, '--run', name],
  folder,
});

const started = performance.now();
const build = [process.execPath, 'dashboard/build-if-stale.ts'] as const;
const built = run({ name: 'build of the dashboard', command: build, folder: root });

async function tests(): Promise<void> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const command = [process.execPath, '--max-semi-space-size=64', vitest, 'run'] as const;
  if (await built) await run({ name: 'tests', command, folder: root, live: true });
}

async function staticChecks(): Promise<void> {
  await run({ name: 'lint, types and format', ...script('lint', root) });
  await run({ name: 'types of the components', ...script('types', dashboard) });
  await run({ name: 'generated files', ...script('generated', root) });
  if (await built) await run({ name: 'byte budget', ...script('budget', dashboard) });
}

await Promise.all([tests(), staticChecks()]);
const passed = !interrupted && results.every((result) => result.passed);
const name = interrupted ? 'interrupted' : 'all of it';
print(['', ...results.map(rowOf), rowOf({ name, seconds: (performance.now() - started) / 1000, passed })].join('\n'));
process.exitCode = interrupted ? 130 : passed ? 0 : 1;
