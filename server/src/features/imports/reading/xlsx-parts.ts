import { posix } from 'node:path';
import { readPart, type Archive, type ArchiveEntry } from '../../../reading/archive.ts';
import { damaged, refuse } from '../../../reading/file-refused.ts';
import { xmlWriter, type XmlHandler } from '../../../reading/xml-stream.ts';

/** What the elements of a workbook's parts are named in: the transitional form of the standard, and the strict one. */
export const SPREADSHEET: readonly string[] = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];
const OFFICE_RELATIONS: readonly string[] = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];
const PACKAGE_RELATIONS: readonly string[] = ['http://schemas.openxmlformats.org/package/2006/relationships'];

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ArchiveEntry;
}

export interface WorkbookParts {
  /** of the workbook part within the archive */
  readonly path: string;
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  readonly styles: ArchiveEntry | null;
  readonly sharedStrings: ArchiveEntry | null;
}

export interface Relation {
  /** last word of the type's address: worksheet, styles, comments; '' for a type that is not of the standard */
  readonly type: string;
  readonly uri: string;
  readonly target: string;
  readonly external: boolean;
}

/** Reads the XML of a part that is held in memory; of its elements those of some namespaces. */
export function parseWhole(xml: string, part: string, namespaces: readonly string[], handler: XmlHandler): void {
  const write = xmlWriter(handler, part, namespaces);
  for (let at = 0; at < xml.length; at += 65_536) write(xml.slice(at, at + 65_536));
  write(null);
}

/** Relations of a part by id; targets are paths within the archive. Those that lead out of it only on demand. */
export async function readRelations(
  archive: Archive,
  of: string,
  withExternal = false,
): Promise<Map<string, Relation>> {
  const folder = posix.dirname(of);
  const entry = archive.part(posix.join(folder, '_rels', `${posix.basename(of)}.rels`));
  const relations = new Map<string, Relation>();
  if (!entry) return relations;
  parseWhole(await readPart(entry), entry.name, PACKAGE_RELATIONS, {
    open(tag, { Id, Type, Target, TargetMode }) {
      if (tag !== 'Relationship' || Id === undefined || Target === undefined) return;
      const external = TargetMode === 'External';
      if (external && !withExternal) return;
      const target = external ? Target : posix.resolve('/', folder, Target.replaceAll('\\', '/')).slice(1);
      relations.set(Id, { type: typeOf(Type ?? ''), uri: Type ?? '', target, external });
    },
  });
  return relations;
}

function typeOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return OFFICE_RELATIONS.includes(uri.slice(0, slash)) ? uri.slice(slash + 1) : '';
}

const WITHOUT_ROWS: ReadonlySet<string> = new Set(['chartsheet', 'dialogsheet']);

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** of its relation */
  readonly id: string;
}

/**
 * Finds the sheets of a workbook and the parts that its cells refer to.
 *
 * @throws FileRefused BAD_WORKBOOK, DAMAGED, MACROS
 */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  refuseMacros(archive);
  const root = await readRelations(archive, '');
  const main = [...root.values()].find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const entry = archive.part(main);
  if (!entry) throw refuse('BAD_WORKBOOK', '工作簿缺少内容', 'the workbook has no workbook part');
  const relations = await readRelations(archive, entry.name);
  const { listed, from1904 } = await readWorkbookPart(entry);
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const relation = relations.get(id);
    if (relation && WITHOUT_ROWS.has(relation.type)) return [];
    const part = relation && archive.part(relation.target);
    if (!part)
      throw refuse('BAD_WORKBOOK', `工作表“${name}”缺少内容`, `sheet “${name}” has no content`, { sheet: name });
    return [{ name, hidden, entry: part }];
  });
  const byType = (type: string): ArchiveEntry | null => {
    const relation = [...relations.values()].find((one) => one.type === type);
    if (!relation) return null;
    const part = archive.part(relation.target);
    if (!part) throw damaged(relation.target, 'the workbook refers to this part but does not contain it', {}, '缺失');
    return part;
  };
  return { path: entry.name, sheets, from1904, styles: byType('styles'), sharedStrings: byType('sharedStrings') };
}

async function readWorkbookPart(entry: ArchiveEntry): Promise<{ listed: ListedSheet[]; from1904: boolean }> {
  const listed: ListedSheet[] = [];
  let from1904 = false;
  parseWhole(await readPart(entry), entry.name, SPREADSHEET, {
    open(tag, attributes, attribute) {
      const { date1904, name, state } = attributes;
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(date1904 ?? '');
      if (tag !== 'sheet') return;
      const id = attribute(attributes, 'id', OFFICE_RELATIONS) ?? '';
      listed.push({ name: name ?? '', hidden: (state ?? 'visible') !== 'visible', id });
    },
  });
  return { listed, from1904 };
}

function refuseMacros(archive: Archive): void {
  const names = [...archive.entries.keys()];
  if (names.some((name) => name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/'))) {
    throw refuse(
      'MACROS',
      '工作簿含有宏，请另存为不含宏的 .xlsx',
      'the workbook holds macros: save it as .xlsx without them',
    );
  }
}
