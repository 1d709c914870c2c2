import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { tooNew } from './too-new.ts';

const here = import.meta.dirname;
const ENTRY = 'src/older-browsers/polyfills.ts';

/**
 * Puts what older browsers lack into a file that only they fetch: see public/first-paint.js. Every browser fetches that
 * one, so it is shipped without its comments.
 */
export function olderBrowsers(): Plugin {
  return {
    name: 'older-browsers',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'older-browsers.js', source: await polyfills() });
      const firstPaint = readFileSync(join(here, 'public/first-paint.js'), 'utf8').replaceAll(/^ *(?:\/\/.*\n)?/gm, '');
      this.emitFile({ type: 'asset', fileName: 'first-paint.js', source: firstPaint });
    },
  };
}

/** Ends the build where it holds something that Chromium 90 cannot read and no polyfill can bring. */
export function checkReadable(): Plugin {
  return {
    name: 'check-readable',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const faults = Object.values(bundle).flatMap((file) => {
          const text = file.type === 'chunk' ? file.code : file.source;
          return typeof text === 'string' ? tooNew(file.fileName, text) : [];
        });
        if (faults.length > 0) this.error(faults.join('\n'));
      },
    },
  };
}

let made: Promise<string> | undefined;

/** The polyfills as one classic script, which runs before any module; bundled once for all pages of a build. */
export const polyfills = (): Promise<string> => (made ??= bundled());

async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    publicDir: false,
    plugins: [checkReadable()],
    build: {
      write: false,
      target: 'es2020',
      modulePreload: false,
      rolldownOptions: { input: join(here, ENTRY), output: { format: 'iife', codeSplitting: false } },
    },
  });
  const { output } = [result].flat()[0] as { output: readonly { code?: string }[] };
  const [chunk, ...others] = output;
  if (!chunk?.code || others.length > 0) throw new RangeError('the polyfills must be one script');
  return chunk.code;
}
