import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import { checkReadable, polyfills } from './older-browsers.ts';

const here = import.meta.dirname;
const ENTRY = 'src/features/briefing/file/main.ts';
const PAGE = 'briefing.html';
/** Operations that the briefing's page asks. */
const OPERATIONS = ['Briefing', 'Campaigns', 'MetricLabels'];

/** After the dashboard, builds the page of a briefing file into the same folder. */
export function briefingFile(define: Readonly<Record<string, string>>): Plugin {
  let folder = '';
  return {
    name: 'briefing-file',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      const operations = operationsByHash();
      const result = await build(bundle({ ...define, BRIEFING_OPERATIONS: JSON.stringify(operations) }));
      const { output } = [result].flat()[0] as { output: readonly Built[] };
      writeFileSync(join(folder, PAGE), pageOf(output, await polyfills(), Object.keys(operations)));
    },
  };
}

type Built =
  | { readonly type: 'chunk'; readonly fileName: string; readonly code: string }
  | { readonly type: 'asset'; readonly fileName: string; readonly source: string | Uint8Array };

/** One script and one style sheet, nothing beside them. */
function bundle(define: Readonly<Record<string, string>>): InlineConfig {
  return {
    configFile: false,
    root: here,
    logLevel: 'warn',
    publicDir: false,
    plugins: [vue(), tailwindcss(), checkReadable()],
    define: { ...define },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { input: join(here, ENTRY), output: { format: 'es', codeSplitting: false } },
    },
  };
}

/** The hashes that the server knows the operations by. */
function operationsByHash(): Record<string, string> {
  const texts = JSON.parse(readFileSync(join(here, 'src/generated/persisted-documents.json'), 'utf8')) as object;
  const found = Object.entries(texts).flatMap(([hash, text]) => {
    const name = /\bquery (\w+)/.exec(String(text))?.[1] ?? '';
    return OPERATIONS.includes(name) ? [[hash, name] as const] : [];
  });
  if (found.length !== OPERATIONS.length) throw new RangeError(`operations of the briefing: ${found.length} found`);
  return Object.fromEntries(found);
}

/** Everything in one page. Its policy lets nothing in and nothing out: no address can be asked, by whatever part. */
function pageOf(output: readonly Built[], polyfill: string, hashes: readonly string[]): string {
  const chunk = output.find((one) => one.type === 'chunk');
  const others = output.filter(({ fileName }) => fileName !== chunk?.fileName && !fileName.endsWith('.css'));
  if (!chunk || others.length > 0) {
    throw new RangeError(
      `the briefing's page must be one script and one style: ${others.map((one) => one.fileName).join(', ')}`,
    );
  }
  const script = inScript(chunk.code);
  // In this order: first-paint.js then finds nothing left to fetch.
  const before = [fromPublic('not-started.js'), polyfill, fromPublic('first-paint.js')].map(inScript);
  const style = output.map((one) => (one.type === 'asset' ? text(one.source) : '')).join('');
  if (/<\/style/i.test(style)) throw new RangeError('the style sheet would end its element');
  const parts: Readonly<Record<string, string>> = {
    policy: policyOf([...before, script]),
    operations: hashes.join(' '),
    before: before.map((code) => `<script>${code}</script>`).join('\n    '),
    style: `<style>${style}</style>`,
    script: `<script type="module">${script}</script>`,
  };
  return readFileSync(join(here, PAGE), 'utf8').replace(
    /<!--build:([\w-]+)-->/g,
    (_, name: string) => parts[name] ?? '',
  );
}

const fromPublic = (name: string): string => readFileSync(join(here, 'public', name), 'utf8');

/** Styles may stand in attributes, as charts write them; scripts are those whose hashes are given. */
function policyOf(scripts: readonly string[]): string {
  const hashes = scripts.map((one) => `'sha256-${createHash('sha256').update(one).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const text = (source: string | Uint8Array): string =>
  typeof source === 'string' ? source : Buffer.from(source).toString('utf8');

/** Code that cannot end its own element or open a comment in it. */
const inScript = (code: string): string => code.replaceAll(/<(?=\/script|!--|script)/gi, '\\x3c');
