import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { prose, ROOT } from './prose.ts';

const CITED = /(?<![\w/.-])((?:\.{1,2}\/)*(?:[\w-]+\/)*[\w-]+\.md)(?:#([\w-]+))?/g;

/** The anchors of a document's headings, as GitHub makes them. */
const anchorsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('every document that a comment or a document cites is there, with the section it names', () => {
  const broken: string[] = [];
  let cited = 0;
  for (const { file, line, text } of prose()) {
    for (const [citation, name = '', anchor] of text.matchAll(CITED)) {
      cited += 1;
      const path = [join(ROOT, name), join(ROOT, dirname(file), name)].find((one) => existsSync(one));
      const found = path !== undefined && (anchor === undefined || anchorsOf(path).includes(anchor));
      if (!found) broken.push(`${file}:${line} ${citation}`);
    }
  }
  expect(broken).toEqual([]);
  expect(cited).toBeGreaterThan(30);
});
