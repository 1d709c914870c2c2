import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { stepRunner, type Step } from './step-runner.ts';

const node = (name: string, code: string, live = false): Step => ({
  name,
  command: [process.execPath, '-e', code],
  folder: import.meta.dirname,
  live,
});

/** A runner and the pieces that it printed. */
function noting() {
  const printed: string[] = [];
  return { printed, ...stepRunner((text) => printed.push(text), process.env) };
}

test('shows what a step wrote in one piece when it ends, and says whether it passed', async () => {
  const { run, results, printed } = noting();
  const writes = 'console.log(1); setTimeout(() => { console.error(2); process.exitCode = 3 }, 50)';
  expect(await Promise.all([run(node('bad', writes)), run(node('good', 'console.log(4)'))])).toEqual([false, true]);
  expect(Object.fromEntries(results.map(({ name, passed }) => [name, passed]))).toEqual({ bad: false, good: true });
  expect(printed.find((piece) => piece.includes('bad'))).toMatch(/^\nFAILED +[\d.]+ s {2}bad\n {2}1\n {2}2$/);
});

test('shows a live step line by line', async () => {
  const { run, printed } = noting();
  await run(node('live', 'console.log(1); console.log(2)', true));
  expect(printed.slice(0, 2)).toEqual(['1', '2']);
});

test('a program that is not there is a failure', async () => {
  const { run } = noting();
  expect(await run({ name: 'none', command: ['no-such-program'], folder: import.meta.dirname })).toBe(false);
});

test('an interruption ends what is running, at once when it is repeated, and nothing more begins', async () => {
  const { run, interrupt, printed } = noting();
  const deaf = "process.on('SIGTERM', () => console.log('heard')); console.log('up'); setInterval(() => {}, 1000)";
  const stubborn = run(node('stubborn', deaf, true));
  await vi.waitFor(() => expect(printed).toContain('up'), 20_000);
  interrupt('SIGTERM');
  await vi.waitFor(() => expect(printed).toContain('heard'), 20_000);
  expect(await Promise.race([stubborn, wait(50, 'running')])).toBe('running');
  expect(await run(node('later', ''))).toBe(false);
  interrupt('SIGTERM');
  expect(await stubborn).toBe(false);
  expect(printed.join('\n')).not.toContain('later');
});
