import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from './config.ts';

/** The version of this Wallchart, such as 0.1.0. */
export function version(): string {
  const { version: number } = JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8')) as {
    version: string;
  };
  return number;
}
