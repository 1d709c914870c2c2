import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { FONT_FOLDERS } from '../../server/src/rendering/fonts.ts';

/**
 * The environment in which a browser on Linux finds the faces that the server brings, besides the machine's own: where
 * a machine has none for Chinese, what is measured and printed would otherwise be empty boxes.
 *
 * @param base folder with the fonts.conf of the machine, or of the package that brought the browser; null: the bundled
 *   faces alone
 */
export async function withBundledFonts(base: string | null = '/etc/fonts'): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const folder = join(tmpdir(), `wallchart-fonts-${userInfo().uid}${base === null ? '-alone' : ''}`);
  const file = join(folder, 'fonts.conf');
  const draft = `${file}.${process.pid}`;
  const own = base === null ? null : join(base, 'fonts.conf');
  const lines = [
    ...(own !== null && existsSync(own) ? [`<include>${own}</include>`] : []),
    ...FONT_FOLDERS.map((path) => `<dir>${path}</dir>`),
    `<cachedir>${join(folder, 'cache')}</cachedir>`,
  ];
  await mkdir(folder, { recursive: true });
  await writeFile(draft, `<?xml version="1.0"?>\n<fontconfig>\n${lines.join('\n')}\n</fontconfig>\n`);
  await rename(draft, file);
  return { FONTCONFIG_FILE: file };
}
