import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lang } from '../../domain/text.ts';
import { WallchartError } from '../../domain/errors.ts';
import type { TrustedDocuments } from '../../graphql-types/trusted-documents.ts';
import { pack } from './pack.ts';
import { BRIEFING_POLICY } from './policy.ts';
import type { Snapshot } from './snapshot.service.ts';

/** A stick, a mail, an old projector's computer: what a briefing may weigh. */
export const MOST_BYTES = 3 * 1024 * 1024;

/** The built page, made by dashboard/briefing-file.ts; the server puts title, language and data into it. */
const PAGE = 'briefing.html';
const DATA = '<!--wallchart:data-->';
const TITLE = '<!--wallchart:title-->';
const LANG = '<html lang="zh-CN"';
const OPERATIONS = /<meta name="wallchart:operations" content="([^"]*)"/;

/**
 * The self-contained page as the dashboard's build left it.
 *
 * @throws WallchartError NOT_BUILT when there is no build, or one of another version than the operations
 */
export async function readBriefingPage(dashboardDir: string, documents: TrustedDocuments): Promise<string> {
  const path = join(dashboardDir, PAGE);
  if (!existsSync(path)) {
    throw new WallchartError(
      'NOT_BUILT',
      `The briefing's page is not built. Build it with: npx pnpm@12 build. 页面尚未构建，请先运行 npx pnpm@12 build。`,
    );
  }
  const page = await readFile(path, 'utf8');
  const wanted = OPERATIONS.exec(page)?.[1]?.split(' ') ?? [];
  if (!page.includes(DATA) || wanted.length === 0 || !wanted.every((hash) => documents.has(hash))) {
    throw new WallchartError(
      'NOT_BUILT',
      `The briefing's page was built from another version. Build it again: npx pnpm@12 build. 请重新构建页面。`,
    );
  }
  return page;
}

/**
 * One HTML file with everything in it. The same snapshot gives the same bytes.
 *
 * @throws WallchartError BRIEFING_TOO_LARGE over MOST_BYTES
 */
export function writeBriefing(page: string, snapshot: Snapshot, lang: Lang): Buffer {
  const { answers, unitName, ...about } = snapshot;
  const withheld = BRIEFING_POLICY.map(({ what }) => what);
  const data = { about: { ...about, withheld }, answers: pack(answers) };
  const html = lang === 'en' ? page.replace(LANG, '<html lang="en"') : page;
  const file = Buffer.from(
    html
      .replace(TITLE, () => escapeHtml(titleOf(snapshot, lang)))
      .replace(DATA, () => `<script type="application/json" id="briefing">${inScript(JSON.stringify(data))}</script>`),
  );
  if (file.length > MOST_BYTES) throw tooLarge(unitName, file.length, Object.keys(about.digests).length);
  return file;
}

const titleOf = ({ unitName, asOf }: Snapshot, lang: Lang): string =>
  lang === 'en' ? `Briefing: ${unitName}, ${asOf}` : `${unitName}整顿工作汇报（截至${asOf}）`;

/** Name for the download, in the language of the file. */
export const fileNameOf = ({ unitName, asOf }: Snapshot, lang: Lang): string =>
  lang === 'en' ? `briefing-${unitName}-${asOf}.html` : `${unitName}整顿工作汇报_${asOf}.html`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** JSON that cannot end its script element, open a comment in it, or break an older parser. */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function tooLarge(name: string, bytes: number, units: number): WallchartError {
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return new WallchartError(
    'BRIEFING_TOO_LARGE',
    `The briefing of ${name} holds ${units} units and would be ${megabytes} MB; the most is ${MOST_BYTES / 1024 / 1024} MB. ` +
      `Make one for a unit below it (unit=…, --unit …). 文件过大，请改为下一级单位分别生成。`,
    { bytes, units },
  );
}
