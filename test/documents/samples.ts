import { enCircular, zhCircular, zhLetter } from '@wallchart/server/testing/documents/sample-documents.ts';
import type { Bundle, OfficialDocument } from '@wallchart/server/src/rendering/document/official-document.ts';

/** The circular with its expected content written out again here. */
export const CIRCULARS = [
  { document: zhCircular, day: '2014年7月31日', printed: '2014年7月31日印发' },
  { document: enCircular, day: '31 July 2014', printed: 'Printed 31 July 2014' },
] as const;

export const draft: OfficialDocument = { ...zhCircular, draft: true, number: null };

/** A name too long for one line in its full width, and an issuer longer than the date. */
export const longNames: OfficialDocument = {
  ...zhCircular,
  masthead: '仙游县整顿软弱涣散基层党组织工作领导小组文件',
  issuer: '仙游县整顿软弱涣散基层党组织工作领导小组',
  annexes: zhCircular.annexes.slice(0, 1),
};

export const batch: Bundle = {
  title: '整顿工作提醒卡',
  documents: [zhLetter, { ...zhLetter, addressees: '榜头镇党委' }, { ...zhLetter, draft: true, number: null }],
  properties: zhLetter.properties,
};

/** Nothing but text, enough for several pages: each character is a full one. */
export const fullPages: OfficialDocument = {
  ...zhCircular,
  blocks: [{ kind: 'paragraph', runs: [{ text: '乡镇党委坚持问题导向逐村分析症结'.repeat(120) }] }],
  annexes: [],
  imprint: null,
};

export { enCircular, zhCircular, zhLetter };
