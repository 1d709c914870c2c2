import { relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { slowness } from './slowness.ts';

/** Seconds that the tests and hooks of a file may take, on a machine like that of CI with nothing else to do. */
const SECONDS: readonly (readonly [ending: string, seconds: number])[] = [
  ['test/documents/libreoffice.test.ts', 60],
  ['.db.test.ts', 40],
  ['.test.ts', 20],
  ['.e2e.ts', 120],
];
const OTHERWISE = 60;
const SHOWN = 10;

const budgetOf = (file: string): number => SECONDS.find(([ending]) => file.endsWith(ending))?.[1] ?? OTHERWISE;

/**
 * Prints the slowest files of a run, and fails it when one is over its budget: a suite grows slow a file at a time. What a
 * busy or a slower machine needs longer is allowed for.
 */
export class FileBudgets implements Reporter {
  private vitest: Vitest | undefined;
  private slownessAtStart = 1;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestRunStart(): void {
    this.slownessAtStart = slowness();
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const { vitest } = this;
    if (vitest === undefined || modules.length < 2 || vitest.config.watch) return;
    const factor = Math.max(this.slownessAtStart, slowness());
    const files = modules
      .map((module) => ({
        file: relative(vitest.config.root, module.moduleId),
        seconds: module.diagnostic().duration / 1000,
      }))
      .toSorted((a, b) => b.seconds - a.seconds);
    const lines = files.slice(0, SHOWN).map(({ file, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${file}`);
    vitest.logger.log(`\n Slowest files\n${lines.join('\n')}\n`);
    for (const { file, seconds } of files) {
      const budget = budgetOf(file) * factor;
      if (seconds <= budget) continue;
      const limit =
        factor > 1
          ? `${budget.toFixed(0)} s (${factor.toFixed(1)} times ${budgetOf(file)} s: the machine is busy)`
          : `${budget} s`;
      vitest.logger.error(`${file} took ${seconds.toFixed(1)} s and may take ${limit}. Make it faster, or split it.`);
      process.exitCode = 1;
    }
  }
}
