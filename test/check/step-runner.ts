import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Step {
  readonly name: string;
  /** A program and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly folder: string;
  /** Whether what it writes is shown line by line; else it is shown whole when it ends. */
  readonly live?: boolean;
}

export interface Result {
  readonly name: string;
  readonly seconds: number;
  readonly passed: boolean;
}

export interface StepRunner {
  /** In the order in which they ended. */
  readonly results: readonly Result[];
  /** Runs a step to its end; false if it failed, or was not begun because of an interruption. */
  readonly run: (step: Step) => Promise<boolean>;
  /** Passes a signal on to what is running; nothing more is begun. Asked again, it waits for nothing. */
  readonly interrupt: (signal: NodeJS.Signals) => void;
}

/** Runs programs beside each other, and shows what each wrote in one piece. */
export function stepRunner(print: (text: string) => void, env: NodeJS.ProcessEnv): StepRunner {
  const running = new Set<ChildProcess>();
  const results: Result[] = [];
  let interrupted = false;
  return {
    results,
    run: async ({ name, command: [program, ...args], folder, live = false }) => {
      if (interrupted) return false;
      const started = performance.now();
      const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
      running.add(child);
      const output: string[] = [];
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => (live ? print(line) : output.push(line)));
      }
      const code = await new Promise<number | null>((resolve) => {
        child.once('error', ({ message }) => {
          output.push(message);
          resolve(null);
        });
        child.once('close', resolve);
      });
      running.delete(child);
      const result = { name, seconds: (performance.now() - started) / 1000, passed: code === 0 };
      results.push(result);
      print(['', rowOf(result), ...output.map((line) => `  ${line}`)].join('\n'));
      return result.passed;
    },
    interrupt: (signal) => {
      for (const child of running) child.kill(interrupted ? 'SIGKILL' : signal);
      interrupted = true;
    },
  };
}

export const rowOf = ({ name, seconds, passed }: Result): string =>
  `${passed ? 'passed' : 'FAILED'} ${seconds.toFixed(1).padStart(7)} s  ${name}`;
