import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Chromium that starts on this machine, with the environment it needs. */
export interface Chromium {
  path: string;
  env: Record<string, string>;
  /** Where it comes from: `CHROMIUM_PATH`, the system, or the package. */
  from: 'environment' | 'system' | 'package';
}

export class BrowserMissing extends Error {
  override readonly name = 'BrowserMissing';
}

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const SYSTEM_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * Finds Chromium, or unpacks the one that a package brings; never asks anybody to install one. `CHROMIUM_PATH` names
 * one; with `CHROMIUM_PATH=package` the package's is taken even where the system has one.
 *
 * @throws BrowserMissing when `CHROMIUM_PATH` names no file or the package's Chromium does not start
 */
export async function findChromium(wanted = process.env['CHROMIUM_PATH']): Promise<Chromium> {
  if (wanted !== undefined && wanted !== '' && wanted !== 'package') {
    if (!existsSync(wanted)) throw new BrowserMissing(`CHROMIUM_PATH names ${wanted}, and there is no such file.`);
    return { path: wanted, env: {}, from: 'environment' };
  }
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...SYSTEM_FOLDERS, ...onPath].flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)));
  for (const path of wanted === 'package' ? [] : [...candidates, MAC]) {
    if (existsSync(path) && (await starts(path, {})) === null) return { path, env: {}, from: 'system' };
  }
  return unpackChromium();
}

/** Null if it starts, else why not. */
async function starts(path: string, env: Record<string, string>): Promise<string | null> {
  try {
    await run(path, ['--version', '--no-sandbox'], { env: { ...process.env, ...env }, timeout: 20_000 });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Unpacks into a folder of this user and of this version of the package, once; a mark written last tells a whole copy
 * from one that was interrupted.
 */
async function unpackChromium(): Promise<Chromium> {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `wallchart-chromium-${version}-${userInfo().uid}`);
  const whole = join(folder, 'unpacked');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder; // the package unpacks into the temporary folder, whichever that is
  try {
    const chromium = await import('@sparticuz/chromium');
    if (!existsSync(whole)) {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      await chromium.default.executablePath();
      await chromium.inflate(join(home, 'bin', 'al2023.tar.br'));
      await writeFile(whole, version);
    }
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  const path = join(folder, 'chromium');
  const fonts = { FONTCONFIG_PATH: join(folder, 'fonts') };
  const libraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  // The system's own libraries first: the brought ones are for machines that lack them.
  if ((await starts(path, {})) === null) return { path, env: existsSync('/etc/fonts') ? {} : fonts, from: 'package' };
  const reason = await starts(path, libraries);
  if (reason === null) return { path, env: libraries, from: 'package' };
  throw new BrowserMissing(`The packaged Chromium in ${folder} does not start: ${reason}`);
}
