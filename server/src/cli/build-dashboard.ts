import { spawn } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../config/config.ts';
import { WallchartError } from '../domain/errors.ts';

/**
 * Builds the dashboard where a source of it has changed, in a process of its own beside what else a start does.
 * @throws WallchartError NOT_BUILT; nothing when it was told to stop
 */
export async function buildDashboard(signal: AbortSignal): Promise<void> {
  const script = join(PROJECT_FOLDER, 'dashboard', 'build-if-stale.ts');
  // It reads TypeScript too, which Node need not compile with every start.
  const env = { ...process.env, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? getCompileCacheDir() };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const stop = (): void => void child.kill();
  signal.addEventListener('abort', stop);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  signal.removeEventListener('abort', stop);
  if (code !== 0 && !signal.aborted)
    throw new WallchartError('NOT_BUILT', 'the dashboard could not be built; see above');
}
