import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
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

/** The older versions that the dashboard is tested in, each in a package of its own. */
export type OlderChromium = 92 | 109;

const NEWEST = '@sparticuz/chromium';
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
  return unpackChromium(NEWEST);
}

/**
 * The Chromium of that version, unpacked from the package that brings it.
 *
 * @throws BrowserMissing when it does not start
 */
export function olderChromium(version: OlderChromium): Promise<Chromium> {
  return unpackChromium(`chromium-${version}`);
}

/** Null if it starts, else why not. An older one opens an empty page where it is asked for its version. */
async function starts(path: string, env: Record<string, string>): Promise<string | null> {
  try {
    await run(path, ['--version', '--no-sandbox', '--disable-gpu'], {
      env: { ...process.env, ...env },
      timeout: 20_000,
    });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const homeOf = (name: string): string => dirname(dirname(createRequire(import.meta.url).resolve(name)));

/** Unpacks a package's Chromium once for each user and version, and finds the environment that it starts in. */
async function unpackChromium(name: string): Promise<Chromium> {
  const home = homeOf(name);
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const label = name.replaceAll(/\W+/gu, '-').replace(/^-/u, '');
  const folder = join(tmpdir(), `wallchart-${label}-${version}-${userInfo().uid}`);
  if (!existsSync(folder)) {
    const fresh = await mkdtemp(`${folder}-`);
    await inflateInto(fresh, home);
    await writeFile(join(fresh, 'fonts', 'fonts.conf'), fontsIn(join(folder, 'fonts', 'fonts')));
    try {
      await rename(fresh, folder); // whole or not at all, also when several processes unpack
    } catch (error) {
      await rm(fresh, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
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

/** Settings for a machine that has no fonts: those of the package alone. Its own settings look in /tmp/fonts. */
const fontsIn = (folder: string): string => `<fontconfig><dir>${folder}</dir></fontconfig>\n`;

/** The older packages lack some libraries that the browser needs; every version takes those of the newest. */
async function inflateInto(folder: string, home: string): Promise<void> {
  const newest = homeOf(NEWEST);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder; // `inflate` unpacks into the temporary folder, whichever that is
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const archive of [
      join(home, 'bin', 'chromium.br'),
      join(home, 'bin', 'swiftshader.tar.br'),
      join(newest, 'bin', 'fonts.tar.br'),
      join(newest, 'bin', 'al2023.tar.br'),
    ]) {
      await inflate(archive);
    }
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
