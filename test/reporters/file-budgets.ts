import { relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { overBudget } from './budgets.ts';
import { slowness } from './slowness.ts';

const SHOWN = 10;

/**
 * Prints the slowest files of a run, and fails it when one is over its budget: a suite grows slow a file at a time. What a
 * busy or a slower machine needs longer is allowed for.
 */
export default class FileBudgets implements Reporter {
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
    const { root } = vitest.config;
    const files = modules
      .map((module) => ({ file: relative(root, module.moduleId), seconds: module.diagnostic().duration / 1000 }))
      .toSorted((a, b) => b.seconds - a.seconds);
    const lines = files.slice(0, SHOWN).map(({ file, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${file}`);
    vitest.logger.log(`\n Slowest files\n${lines.join('\n')}\n`);
    for (const complaint of overBudget(files, Math.max(this.slownessAtStart, slowness()))) {
      vitest.logger.error(complaint);
      process.exitCode = 1;
    }
  }
}
