import { spawn } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PROJECT_FOLDER, SERVER_FOLDER } from '../config/config.ts';
import { WallchartError } from '../domain/errors.ts';

const SOURCE = join(SERVER_FOLDER, 'graphiql');

/** Builds the page of GraphiQL into a folder, in a process of its own; the folder appears when it is complete. */
export async function buildGraphiql(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}.tmp`;
  const dashboard = createRequire(join(PROJECT_FOLDER, 'dashboard/package.json'));
  const vite = join(dirname(dashboard.resolve('vite/package.json')), 'bin/vite.js');
  const args = ['build', SOURCE, '--base', '/graphiql/', '--outDir', unfinished, '--emptyOutDir', '--logLevel', 'warn'];
  try {
    await run(process.execPath, [vite, ...args]);
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: SOURCE, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const stop = (): void => void child.kill();
    process.once('exit', stop);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', stop);
      if (code === 0) resolve();
      else reject(new WallchartError('INTERNAL', `vite ended with ${code}: ${errors.slice(-500)}`));
    });
  });
}
