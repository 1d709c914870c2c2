import { readFile } from 'node:fs/promises';
import { WallchartError } from '../errors.ts';
import {
  checkCircular,
  circularOf,
  type Against,
  type CheckReport,
  type Finding,
} from '../features/circulars/index.ts';
import { withDesk } from './circular-desk.ts';
import { EXIT, note, say, sayJson } from './output.ts';

export interface CheckWish {
  readonly path: string;
  /** Null: the one that the file says it was printed from. */
  readonly circular: string | null;
  readonly against: Against;
  readonly json: boolean;
}

/** Checks a file; the exit status is 1 if a figure in it does not say what it should. */
export async function checkFile({ path, circular, against, json }: CheckWish): Promise<number> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new WallchartError('FILE_NOT_FOUND', `cannot read ${path}: ${error.message}`);
  });
  return withDesk(async (desk) => {
    const report = await checkCircular(desk, circular ?? (await circularOf(desk, file)), file, against);
    if (json) sayJson({ ok: report.findings.length === 0, ...report });
    else sayReport(report);
    return report.findings.length === 0 ? EXIT.done : EXIT.refused;
  });
}

function sayReport({ checked, findings, notChecked, problems }: CheckReport): void {
  problems.forEach(note);
  findings.forEach((finding) => say(lineOf(finding)));
  notChecked.forEach(({ paragraph, says, sentence }) =>
    say(`paragraph ${paragraph}: ${says} is not checked — ${sentence}`),
  );
  say(`${checked} figures checked, ${findings.length} differ, ${notChecked.length} numbers not checked.`);
}

/** `一、总体情况，第1段: says 33, should say 32 — 截至…` */
function lineOf({ place, paragraph, says, shouldSay, sentence }: Finding): string {
  const where = paragraph === null ? place : `${place} (paragraph ${paragraph} of the file)`;
  const what = says === '' ? 'is gone' : `says ${says}`;
  return `${where}: ${what}, should say ${shouldSay} — ${sentence}`;
}
