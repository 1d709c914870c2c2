import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';

const folder = testFolder();
const READER = fileURLToPath(new URL('../../../../testing/imports/read-all.ts', import.meta.url));

interface Cost {
  readonly rows: number;
  readonly problem: string | null;
  readonly seconds: number;
  readonly megabytes: number;
}

async function cost(path: string): Promise<Cost> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', READER, path]);
  return JSON.parse(stdout) as Cost;
}

describe('hostile workbooks', () => {
  it('stops at the row that no spreadsheet can hold, of two million empty ones', { timeout: 60_000 }, async () => {
    // longer than the window of the compression, so that the file is no zip bomb besides
    const chunk = Array.from({ length: 10_000 }, (_, at) => `<row spans="1:${(at * 7919) % 9973}"/>`).join('');
    const rows = (): string[] => Array.from({ length: 200 }, () => chunk);
    const { problem, rows: read, megabytes } = await cost(await folder.xlsx({ sheets: { 台账: rows } }));
    expect({ problem, read }).toEqual({ problem: 'TOO_MANY_ROWS', read: 0 });
    expect(megabytes).toBeLessThan(300);
  });

  it('reads or refuses 50 MB of shared strings within 300 MB', { timeout: 60_000 }, async () => {
    function* strings(): Generator<string> {
      for (let no = 0; no < 46; no += 1) {
        const noise = randomBytes(800_000).toString('base64');
        yield Array.from(
          { length: 1000 },
          (_, at) => `<si><t>${noise.slice(at * 1000, at * 1000 + 1000)}</t></si>`,
        ).join('');
      }
    }
    const path = await folder.xlsx({ strings, sheets: { 台账: '<row><c t="s"><v>1</v></c></row>' } });
    expect((await stat(path)).size).toBeGreaterThan(30_000_000);
    expect((await cost(path)).megabytes).toBeLessThan(300);
  });
});
