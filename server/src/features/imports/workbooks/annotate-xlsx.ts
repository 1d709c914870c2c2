import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { specOf } from '../match-sheets.ts';
import type { Problem } from '../problems.ts';
import { partKey, readPart, type Archive } from '../../../reading/archive.ts';
import { readCellFormats } from '../reading/cell-formats.ts';
import { readRelations, readWorkbookParts, type SheetPart, type WorkbookParts } from '../reading/xlsx-parts.ts';
import { commentShapesXml, commentsXml, mergeComments, readComments, type Comment } from './comments.ts';
import { contentTypesXml, relationsPath, relationsXml } from './mark-package.ts';
import { MarkSheet, type StyleOf } from './mark-sheet.ts';
import { MarkStyles, twinStyle } from './mark-styles.ts';
import { marksOf, type Marks } from './marks.ts';
import { PROBLEM_SHEET, problemSheet } from './problem-list.ts';
import { sheetXml, watched, writeZipFile } from '../../../exports/workbook/write-workbook.ts';
import { escapeXml } from '../../../exports/workbook/xml-text.ts';
import { copyXml, type CopyEdits } from './xml-copy.ts';

/** A part of the new workbook, in place of the old one of that name or beside it. */
type Part = () => Promise<Readable>;

/** Parts by name, which compare as names of parts do. */
class Parts {
  private readonly parts = new Map<string, { name: string; open: Part }>();

  set(name: string, open: Part): void {
    this.parts.set(partKey(name), { name, open });
  }

  get(name: string): Part | undefined {
    return this.parts.get(partKey(name))?.open;
  }

  [Symbol.iterator](): IterableIterator<{ name: string; open: Part }> {
    return this.parts.values();
  }
}

const whole =
  (text: string): Part =>
  async () =>
    Readable.from([Buffer.from(text)]);

/**
 * Writes the workbook anew with its bad cells coloured and commented and a sheet that lists the problems. Every other part
 * is carried over as it is.
 */
export async function annotateXlsx(archive: Archive, problems: readonly Problem[], outPath: string): Promise<void> {
  const parts = await readWorkbookParts(archive);
  const replaced = new Parts();
  const styles = parts.styles ? (await readCellFormats(parts.styles)).length : 0;
  const styleOf: StyleOf = styles > 0 ? twinStyle(styles) : (style) => style;
  if (parts.styles && styles > 0)
    replaced.set(
      parts.styles.name,
      edited(archive, parts.styles.name, () => new MarkStyles(styles)),
    );
  const comments: string[] = [];
  for (const [at, sheet] of parts.sheets.entries()) {
    const marks = marksOf(problems.filter((problem) => isOf(problem, sheet)));
    if (marks.size > 0) comments.push(await markSheet({ archive, sheet, marks, styleOf, no: at + 1 }, replaced));
  }
  const listed = `xl/worksheets/wallchart-problems${parts.sheets.length + 1}.xml`;
  await addProblemSheet(archive, parts, { problems, listed }, replaced);
  replaced.set('[Content_Types].xml', whole(await contentTypesXml(archive, comments, listed)));
  await pack(archive, replaced, outPath);
}

const isOf = (problem: Problem, sheet: SheetPart): boolean =>
  problem.sheet !== '' && (problem.sheet === sheet.name || specOf(sheet.name)?.key === problem.sheet);

function edited(archive: Archive, name: string, edits: () => CopyEdits): Part {
  return async () => {
    const stream = (await archive.part(name)?.open()) ?? Readable.from([]);
    return Readable.from(copyXml(stream as AsyncIterable<Buffer>, name, edits()), { objectMode: false });
  };
}

interface SheetTask {
  readonly archive: Archive;
  readonly sheet: SheetPart;
  readonly marks: Marks;
  readonly styleOf: StyleOf;
  readonly no: number;
}

/** Colours one sheet and gives it its comments; returns the name of the comments part. */
async function markSheet({ archive, sheet, marks, styleOf, no }: SheetTask, replaced: Parts): Promise<string> {
  const part = sheet.entry.name;
  const commentsPart = `xl/wallchart-comments${no}.xml`;
  const shapesPart = `xl/drawings/wallchart-comments${no}.vml`;
  const comments = mergeComments(marks, await existingComments(archive, part));
  replaced.set(
    part,
    edited(archive, part, () => new MarkSheet(marks, styleOf, 'rIdWallchartShapes')),
  );
  replaced.set(commentsPart, whole(commentsXml(comments)));
  replaced.set(shapesPart, whole(commentShapesXml(comments)));
  const added = [
    { id: 'rIdWallchartComments', type: 'comments', target: commentsPart },
    { id: 'rIdWallchartShapes', type: 'vmlDrawing', target: shapesPart },
  ];
  replaced.set(relationsPath(part), whole(await relationsXml(archive, part, added, ['comments'])));
  return commentsPart;
}

async function existingComments(archive: Archive, part: string): Promise<Comment[]> {
  const relation = [...(await readRelations(archive, part)).values()].find(({ type }) => type === 'comments');
  const entry = relation && archive.part(relation.target);
  return entry ? readComments(await readPart(entry)) : [];
}

async function addProblemSheet(
  archive: Archive,
  { path, sheets }: WorkbookParts,
  { problems, listed }: { readonly problems: readonly Problem[]; readonly listed: string },
  replaced: Parts,
): Promise<void> {
  const taken = new Set(sheets.map(({ name }) => name));
  let name = PROBLEM_SHEET;
  for (let no = 2; taken.has(name); no += 1) name = `${PROBLEM_SHEET}${no}`;
  replaced.set(listed, async () =>
    Readable.from(sheetXml({ ...problemSheet(problems, name), columns: [] }), { objectMode: false }),
  );
  const added = [{ id: 'rIdWallchartProblems', type: 'worksheet', target: listed }];
  replaced.set(relationsPath(path), whole(await relationsXml(archive, path, added, [])));
  replaced.set(
    path,
    edited(archive, path, () => listSheet(name)),
  );
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function listSheet(name: string): CopyEdits {
  let last = 0;
  return {
    open(tag) {
      if (tag.local === 'sheet') last = Math.max(last, Number(tag.attributes['sheetId'] ?? 0));
      return '';
    },
    close: ({ local, prefix }) =>
      local === 'sheets'
        ? `<${prefix}sheet xmlns:r="${RELATIONS}" name="${escapeXml(name)}" sheetId="${last + 1}" r:id="rIdWallchartProblems"/>`
        : '',
  };
}

async function pack(archive: Archive, replaced: Parts, outPath: string): Promise<void> {
  const zip = new ZipFile();
  const add = (name: string, open: Part): void =>
    zip.addReadStreamLazy(name, (done) => {
      open().then(
        (stream) => done(null, watched(zip, stream)),
        (error: unknown) => done(error, Readable.from([])),
      );
    });
  for (const entry of archive.entries.values()) add(entry.name, replaced.get(entry.name) ?? (() => entry.open()));
  for (const { name, open } of replaced) if (!archive.entries.has(partKey(name))) add(name, open);
  zip.end();
  await writeZipFile(zip, outPath);
}
