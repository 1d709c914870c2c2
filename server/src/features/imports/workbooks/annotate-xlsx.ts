import { Readable } from 'node:stream';
import type { Problem } from '../../../recording/problems.ts';
import { partKey, readPart, type Archive, type ArchiveEntry } from '../../../reading/archive.ts';
import { readRelations, readWorkbookParts, type SheetPart, type WorkbookParts } from '../reading/xlsx-parts.ts';
import { decodeXml } from '../../../reading/xml-stream.ts';
import { commentShapes } from './comment-shapes.ts';
import { commentedCells, isOwn, MarkComments, NO_COMMENTS, noComments, readComments } from './comments.ts';
import { sheetNameOf, type KnownSheets } from './known-sheets.ts';
import {
  contentTypesXml,
  dialectOf,
  freeName,
  relationsPath,
  relationsXml,
  type AddedPart,
  type AddedRelation,
  type Dialect,
} from './mark-package.ts';
import { MarkSheet } from './mark-sheet.ts';
import { MarkStyles } from './mark-styles.ts';
import { MarkView } from './mark-view.ts';
import { listedSheets, MarkWorkbook } from './mark-workbook.ts';
import { marksOf, type Marks } from './marks.ts';
import { PROBLEM_SHEET, problemSheet } from './problem-list.ts';
import { sheetXml } from '../../../rendering/workbook/write-workbook.ts';
import { edited, pack, Parts, whole, writtenAs } from './package-parts.ts';
import { together } from './xml-copy.ts';

/** What is needed to mark a workbook, and what becomes of it. */
interface Marking {
  readonly archive: Archive;
  readonly parts: WorkbookParts;
  readonly dialect: Dialect;
  readonly known: KnownSheets;
  readonly problems: readonly Problem[];
  readonly styles: MarkStyles;
  readonly replaced: Parts;
  readonly added: AddedPart[];
  /** keys of parts that go */
  readonly removed: Set<string>;
  /** relations of the workbook part */
  readonly relations: AddedRelation[];
}

/**
 * Writes the workbook again with its bad cells coloured and commented, opened at the first of them, and with a list of the
 * problems in front. Every other part is carried over as it is.
 */
export async function annotateXlsx(
  archive: Archive,
  known: KnownSheets,
  problems: readonly Problem[],
  outPath: string,
): Promise<void> {
  const parts = await readWorkbookParts(archive);
  const relations = await readRelations(archive, parts.path);
  const marking: Marking = {
    archive,
    parts,
    dialect: dialectOf(relations),
    known,
    problems,
    styles: await MarkStyles.of(parts.styles),
    replaced: new Parts(),
    added: [],
    removed: new Set(),
    relations: [],
  };
  const { replaced, added, removed } = marking;
  const first = firstPlace(marking);
  for (const sheet of parts.sheets) await markSheet(marking, sheet, first?.sheet === sheet ? first.cell : null);
  for (const { type, target } of relations.values()) if (type === 'chartsheet') await deselect(marking, target);
  await addProblemSheet(marking, first?.sheet.name);
  addStyles(marking);
  const content = await contentTypesXml(
    archive,
    added,
    [...removed].map((key) => `/${key}`),
  );
  await pack(archive, { content, replaced, removed }, outPath);
}

/** The first cell with an error, or else with a warning, of a sheet that can be seen. */
function firstPlace({ problems, known, parts }: Marking): { readonly sheet: SheetPart; readonly cell: string } | null {
  for (const problem of problems) {
    const sheet = parts.sheets.find(({ name, hidden }) => !hidden && name === sheetNameOf(known, problem));
    if (sheet && problem.cell !== null) return { sheet, cell: problem.cell };
  }
  return null;
}

/** Colours a sheet and gives it its comments; one without marks loses those of an earlier marking. */
async function markSheet(marking: Marking, sheet: SheetPart, opensAt: string | null): Promise<void> {
  const { known, problems, styles, dialect, replaced } = marking;
  if (known.lists.has(sheet.name)) return;
  const { entry } = sheet;
  const marks = marksOf(
    problems.filter((problem) => sheetNameOf(known, problem) === sheet.name),
    known.lang,
  );
  const tie = { id: 'rIdWallchartShapes', relations: dialect.relations };
  const isMarked = marks.size > 0;
  const { selected, hasPane } = await viewOf(entry);
  const edits = [
    ...(isMarked ? [new MarkSheet(marks, (style, severity) => styles.twinOf(style, severity), tie)] : []),
    ...(selected || opensAt !== null ? [new MarkView(opensAt, hasPane)] : []),
  ];
  if (edits.length > 0) replaced.set(entry.name, edited(entry, together(...edits)));
  await addComments(marking, entry, marks, tie.id);
}

async function addComments(
  { archive, dialect, replaced, added }: Marking,
  sheet: ArchiveEntry,
  marks: Marks,
  tie: string,
): Promise<void> {
  const relations = await readRelations(archive, sheet.name);
  const [, old] = [...relations].find(([, { type }]) => type === 'comments') ?? [];
  const oldPart = old && archive.part(old.target);
  const existing = oldPart ? readComments(await readPart(oldPart)) : NO_COMMENTS;
  if (marks.size === 0 && !existing.comments.some(isOwn)) return;
  const drawn = relations.get((await drawingOf(sheet, relations)) ?? '');
  const drawing = drawn && archive.part(drawn.target);
  const comments = oldPart?.name ?? freeName(archive, 'xl/comments', '.xml', replaced.names);
  const shapes = drawing?.name ?? freeName(archive, 'xl/drawings/vmlDrawing', '.vml', replaced.names);
  const xml = oldPart ? await readPart(oldPart) : noComments(dialect.main);
  replaced.set(comments, writtenAs(xml, comments, new MarkComments(marks, existing)));
  replaced.set(shapes, whole(commentShapes(drawing ? await readPart(drawing) : '', commentedCells(marks, existing))));
  const relationsAdded = [
    ...(oldPart ? [] : [{ id: 'rIdWallchartComments', type: 'comments', target: comments }]),
    ...(drawing ? [] : [{ id: tie, type: 'vmlDrawing', target: shapes }]),
  ];
  if (relationsAdded.length > 0)
    replaced.set(
      relationsPath(sheet.name),
      whole(await relationsXml(archive, sheet.name, { added: relationsAdded, dialect })),
    );
  if (!oldPart) added.push({ name: comments, type: 'comments' });
}

/** A chart may be selected beside the sheet that the workbook opens with. */
async function deselect({ archive, replaced }: Marking, part: string): Promise<void> {
  const entry = archive.part(part);
  if (entry && (await viewOf(entry)).selected) replaced.set(entry.name, edited(entry, new MarkView(null, false)));
}

/** Whether a sheet is selected, and parted by a pane; both stand before its rows. */
async function viewOf(entry: ArchiveEntry): Promise<{ readonly selected: boolean; readonly hasPane: boolean }> {
  let head = '';
  for await (const piece of decodeXml(await entry.open(), entry.name)) {
    head += piece;
    if (head.includes('sheetData')) break;
  }
  return { selected: /\btabSelected=["'](?:1|true)["']/.test(head), hasPane: /<(?:\w+:)?pane\s/.test(head) };
}

/** The id of the relation to a sheet's drawing of comments and controls, which stands behind its rows. */
async function drawingOf(
  entry: ArchiveEntry,
  relations: ReadonlyMap<string, { type: string }>,
): Promise<string | null> {
  if (![...relations.values()].some(({ type }) => type === 'vmlDrawing')) return null;
  let rest = '';
  for await (const piece of decodeXml(await entry.open(), entry.name)) {
    const text = rest + piece;
    const id = /<(?:\w+:)?legacyDrawing\s[^>]*?\bid=["']([^"']*)["']/.exec(text)?.[1];
    if (id !== undefined) return id;
    rest = text.slice(-500);
  }
  return null;
}

async function addProblemSheet(marking: Marking, opened: string | undefined): Promise<void> {
  const { archive, parts, problems, known, dialect, replaced, added, removed, relations } = marking;
  const entry = archive.part(parts.path) as ArchiveEntry;
  const sheets = listedSheets(await readPart(entry), entry.name);
  const taken = new Set(sheets.flatMap(({ name }) => (known.lists.has(name) ? [] : [name.toLowerCase()])));
  const wanted = PROBLEM_SHEET[known.lang];
  let name = wanted;
  for (let no = 2; taken.has(name.toLowerCase()); no += 1) name = `${wanted}${no}`;
  const listed = freeName(archive, 'xl/worksheets/sheet', '.xml', replaced.names);
  const sheetOf = (problem: Problem): string | null => {
    const of = sheetNameOf(known, problem);
    return parts.sheets.some((sheet) => sheet.name === of) ? of : null;
  };
  const list = problemSheet(problems, { lang: known.lang, styles: marking.styles.list, name, sheetOf });
  replaced.set(listed, async () => Readable.from(sheetXml(list, dialect), { objectMode: false }));
  added.push({ name: listed, type: 'worksheet' });
  for (const sheet of parts.sheets) if (known.lists.has(sheet.name)) removeSheet(sheet.entry, removed);
  const relation = 'rIdWallchartProblems';
  relations.push({ id: relation, type: 'worksheet', target: listed });
  if (!parts.styles) addStyleSheet(marking);
  const without = [...removed];
  replaced.set(
    relationsPath(parts.path),
    whole(await relationsXml(archive, parts.path, { added: relations, dialect, without })),
  );
  const front = { name, relation, relations: dialect.relations, dropped: known.lists, opened: opened ?? name };
  replaced.set(entry.name, edited(entry, new MarkWorkbook(sheets, front)));
}

function removeSheet({ name }: ArchiveEntry, removed: Set<string>): void {
  removed.add(partKey(name));
  removed.add(partKey(relationsPath(name)));
}

function addStyleSheet({ archive, replaced, added, relations }: Marking): void {
  const name = archive.part('xl/styles.xml') ? freeName(archive, 'xl/styles', '.xml', replaced.names) : 'xl/styles.xml';
  added.push({ name, type: 'styles' });
  relations.push({ id: 'rIdWallchartStyles', type: 'styles', target: name });
}

/** The styles come last, when the sheets have said which of them they need. */
function addStyles({ parts, added, styles, dialect, replaced }: Marking): void {
  const name = added.find(({ type }) => type === 'styles')?.name;
  if (parts.styles) replaced.set(parts.styles.name, edited(parts.styles, styles));
  else if (name !== undefined) replaced.set(name, writtenAs(`<styleSheet xmlns="${dialect.main}"/>`, name, styles));
}
