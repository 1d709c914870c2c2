import { readFile } from 'node:fs/promises';
import { WallchartError } from '../domain/errors.ts';
import {
  checkCircular,
  circularOf,
  type Against,
  type CheckReport,
  type Finding,
  type FindingWeight,
} from '../features/circulars/index.ts';
import type { Principal } from '../domain/principal.ts';
import { withDocuments } from './document-context.ts';
import { EXIT, note, say, sayJson } from './output.ts';

export interface CheckInput {
  readonly viewer: Principal;
  readonly path: string;
  /** Null: the one that the file says it was printed from. */
  readonly circular: string | null;
  readonly against: Against;
  readonly json: boolean;
}

/** Checks a file; the exit status is 1 if anything in it differs that may change what it says. */
export async function checkFile({ viewer, path, circular, against, json }: CheckInput): Promise<number> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new WallchartError('FILE_NOT_FOUND', `cannot read ${path}: ${error.message}`);
  });
  return withDocuments(viewer, async (documents) => {
    const report = await checkCircular(documents, circular ?? (await circularOf(documents, file)), file, against);
    if (json) sayJson({ ok: !report.changesMeaning, ...report });
    else sayReport(report);
    return report.changesMeaning ? EXIT.refused : EXIT.done;
  });
}

function sayReport({ checked, findings, changesMeaning, problems, lang }: CheckReport): void {
  problems.forEach(note);
  findings.forEach((finding) => say(lineOf(finding, WORDS[lang])));
  say(WORDS[lang].sum(checked, findings.length, changesMeaning));
}

interface Words {
  readonly weights: Readonly<Record<FindingWeight, string>>;
  readonly where: (place: string, paragraph: number | null) => string;
  readonly what: Readonly<Record<Finding['kind'], (says: string, shouldSay: string) => string>>;
  readonly colon: string;
  readonly sum: (checked: number, differences: number, changesMeaning: boolean) => string;
}

/** Figure: 一、总体情况，第1段 (paragraph 7 of the file): says 33, should say 32 — 截至… */
function lineOf(
  { weight, kind, place, paragraph, sentence, says, shouldSay, note: more }: Finding,
  words: Words,
): string {
  const parts = [words.weights[weight], words.where(place, paragraph), words.what[kind](says, shouldSay)];
  const context = [says, shouldSay].includes(sentence) || sentence === place ? '' : ` — ${sentence}`;
  return `${parts.join(words.colon)}${context}${more === null ? '' : ` ${more}`}`;
}

/** A list in the language of the circular. */
const WORDS: Readonly<Record<CheckReport['lang'], Words>> = {
  zh: {
    weights: {
      FIGURE: '数字',
      NAME: '名称、所指',
      HEAD: '文号、标题等',
      PICTURE: '图',
      SENTENCE: '整句',
      WORDING: '措辞',
      FORM: '标点、语序',
    },
    where: (place, paragraph) => (paragraph === null ? place : `${place}（文件第${paragraph}段）`),
    what: {
      CHANGED: (says, shouldSay) => `文中写“${says}”，应为“${shouldSay}”`,
      REMOVED: (_, shouldSay) => `已删去“${shouldSay}”`,
      ADDED: (says) => `多出“${says}”`,
      MOVED: (says) => `移到别处“${says}”`,
      OBSOLETE: (says) => `应删去“${says}”`,
    },
    colon: '：',
    sum: (checked, differences, changesMeaning) =>
      `已核对${checked}个数字和全部文字，${differences}处不同${differences > 0 && !changesMeaning ? '，意思相符' : ''}。`,
  },
  en: {
    weights: {
      FIGURE: 'Figure',
      NAME: 'Name',
      HEAD: 'Head',
      PICTURE: 'Picture',
      SENTENCE: 'Sentence',
      WORDING: 'Wording',
      FORM: 'Form',
    },
    where: (place, paragraph) => (paragraph === null ? place : `${place} (paragraph ${paragraph} of the file)`),
    what: {
      CHANGED: (says, shouldSay) => `says ${says}, should say ${shouldSay}`,
      REMOVED: (_, shouldSay) => `is missing, should say ${shouldSay}`,
      ADDED: (says) => `${says} was not there`,
      MOVED: (says) => `is in another place: ${says}`,
      OBSOLETE: (says) => `no longer holds: ${says}`,
    },
    colon: ': ',
    sum: (checked, differences, changesMeaning) =>
      `${checked} figures and all text checked; ${differences} differences${differences > 0 && !changesMeaning ? ', none in meaning' : ''}.`,
  },
};
