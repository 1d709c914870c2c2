import type { ReadDocument } from '../../../rendering/document/index.ts';
import { checkMargins } from './check-margins.ts';
import { FINDING_WEIGHTS, type CheckReport } from './check-report.ts';
import { checkTables } from './check-tables.ts';
import { checkText } from './check-text.ts';
import type { SealedText } from './sealed-text.ts';
import { gridsOf, linesOf, type PictureKey } from './text-flow.ts';
import { CHECK_WORDS } from './words.ts';

/** More than anybody reads; of another document every sentence differs. */
const MOST_FINDINGS = 500;

/** Holds an edited document against what it should say, all of it: its text, its tables and its pictures. */
export function checkDocument(
  read: ReadDocument,
  sealed: SealedText,
  pictureKey: PictureKey,
): Pick<CheckReport, 'checked' | 'findings' | 'changesMeaning' | 'problems'> {
  const words = CHECK_WORDS[sealed.lang];
  const placed = linesOf(read, pictureKey, new Map(), ({ under, cell }) =>
    cell ? words.table : (under?.replaceAll('\n', '') ?? words.opening),
  );
  const { findings: inTables, taken } = checkTables(sealed, gridsOf(placed));
  const running = placed.filter(({ cell }) => !cell || !taken.has(cell.table)).map(({ line }) => line);
  const { findings: inText, isTooFar } = checkText(sealed, running);
  const all = [...inText, ...inTables, ...checkMargins(sealed, read.margins)].toSorted(
    (a, b) => FINDING_WEIGHTS.indexOf(a.weight) - FINDING_WEIGHTS.indexOf(b.weight),
  );
  const findings = all.slice(0, MOST_FINDINGS);
  return {
    checked: sealed.expected.size,
    findings,
    changesMeaning: all.some(({ weight }) => weight !== 'FORM'),
    problems: [
      ...(isTooFar ? [words.tooFar] : []),
      ...(all.length > findings.length ? [words.more(all.length, findings.length)] : []),
    ],
  };
}
