import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrustedDocuments } from '../src/graphql-types/trusted-documents.ts';

/** A folder with a page such as the dashboard's build leaves for a briefing, without its script. The caller removes it. */
export function briefingPage(documents: TrustedDocuments): string {
  const folder = mkdtempSync(join(tmpdir(), 'wallchart-dist-'));
  const hashes = [...documents].filter(([, text]) => text.includes('query Briefing(')).map(([hash]) => hash);
  const page = `<!doctype html><html lang="zh-CN"><head><meta name="wallchart:operations" content="${hashes.join(' ')}" />
<title><!--wallchart:title--></title></head><body><!--wallchart:data--></body></html>`;
  writeFileSync(join(folder, 'briefing.html'), page);
  return folder;
}

/** What a briefing file carries, as it stands in the page. */
export function carriedText(file: string): string {
  return /<script type="application\/json" id="briefing">([^<]*)<\/script>/.exec(file)?.[1] ?? '';
}
