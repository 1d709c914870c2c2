import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SKIPPED =
  /node_modules|\/dist\/|generated|golden|fixtures|metrics\/definitions|docs\/metrics|^test\/words\/|schema\.graphql/;
const COMMENT_OR_STRING =
  /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<![:\\])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

export interface Prose {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What people read, by file and line: documents whole, of source the comments and the strings of several words. */
export function* prose(): Generator<Prose> {
  const sources = globSync('{db,server,dashboard,test}/**/*.{ts,vue,css,html}', { cwd: ROOT });
  const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT });
  for (const file of [...documents, ...sources].filter((name) => !SKIPPED.test(name))) {
    const whole = readFileSync(ROOT + file, 'utf8');
    const parts = file.endsWith('.md') ? [{ 0: whole, index: 0 }] : whole.matchAll(COMMENT_OR_STRING);
    for (const { 0: part, index } of parts) {
      const first = whole.slice(0, index).split('\n').length;
      for (const [at, text] of part.split('\n').entries()) {
        if (text.trim().includes(' ')) yield { file, line: first + at, text };
      }
    }
  }
}
