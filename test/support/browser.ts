import { chromium } from 'playwright-core';
import { findChromium, olderChromium, type OlderChromium } from './chromium.ts';
import { withBundledFonts } from './fonts.ts';
import type { Browser, LaunchOptions } from 'playwright-core';

export const BROWSER_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page is looked at for some seconds: what V8 optimises its scripts for takes longer than it saves. */
const UNOPTIMISED = '--js-flags=--no-opt --no-maglev';

/** Text in greys and unhinted, colours as they are written, and no instructions that only some processors have. */
const SAME_EVERYWHERE: readonly string[] = [
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-skia-runtime-opts',
];

/**
 * What starts the browser that a package brings, so that it draws the same picture on every machine: with the bundled fonts
 * and no others, and without what differs from processor to processor or screen to screen.
 */
export async function pictureOptions(): Promise<LaunchOptions> {
  const found = await findChromium(process.platform === 'linux' ? 'package' : undefined);
  return {
    executablePath: found.path,
    args: [...BROWSER_FLAGS, UNOPTIMISED, ...SAME_EVERYWHERE],
    // Fields for days are written as the environment's language has it.
    env: {
      ...definedEnvironment(),
      LC_ALL: 'C.UTF-8',
      LANGUAGE: 'en',
      ...found.env,
      ...(await withBundledFonts(null)),
    },
  };
}

/** What starts this machine's browser, or an older one, for tests, with fonts for Chinese. */
export async function launchOptions(older?: OlderChromium): Promise<LaunchOptions> {
  const found = await (older === undefined ? findChromium() : olderChromium(older));
  return {
    executablePath: found.path,
    args: [...BROWSER_FLAGS, UNOPTIMISED],
    env: { ...definedEnvironment(), ...found.env, ...(await withBundledFonts(found.env['FONTCONFIG_PATH'])) },
  };
}

/** Starts a browser without a window, this machine's or an older one. The caller closes it. */
export async function launchBrowser(older?: OlderChromium): Promise<Browser> {
  return chromium.launch(await launchOptions(older));
}

const launched = new Map<OlderChromium | undefined, Promise<Browser>>();

/** The browser that the test files of one worker share, started when the first one asks; it ends with the worker. */
export async function browserOfWorker(older?: OlderChromium): Promise<Browser> {
  const before = await launched.get(older);
  if (before?.isConnected()) return before;
  const browser = launchBrowser(older);
  launched.set(older, browser);
  return browser;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
