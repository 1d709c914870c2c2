import { posix } from 'node:path';
import { readPart, type Archive, type ArchiveEntry } from '../../../reading/archive.ts';
import { refuse } from '../../../reading/file-refused.ts';
import { xmlWriter, type XmlHandler } from '../../../reading/xml-stream.ts';

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
  /** last word of the type's address: worksheet, styles, comments */
  readonly type: string;
  readonly uri: string;
  readonly target: string;
  readonly external: boolean;
}

/** Reads the XML of a part that is held in memory. */
export function parseWhole(xml: string, part: string, handler: XmlHandler): void {
  const write = xmlWriter(handler, part);
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
  const name = posix.join(folder, '_rels', `${posix.basename(of)}.rels`);
  const entry = archive.entries.get(name);
  const relations = new Map<string, Relation>();
  if (!entry) return relations;
  parseWhole(await readPart(entry), name, {
    open(tag, { Id, Type, Target, TargetMode }) {
      if (tag !== 'Relationship' || Id === undefined || Target === undefined) return;
      const external = TargetMode === 'External';
      if (external && !withExternal) return;
      const target = external ? Target : Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: (Type ?? '').split('/').at(-1) ?? '', uri: Type ?? '', target, external });
    },
  });
  return relations;
}

/**
 * Finds the sheets of a workbook and the parts that its cells refer to.
 *
 * @throws FileRefused BAD_WORKBOOK, MACROS, EXTERNAL_LINK
 */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  refuseForeignParts(archive);
  const root = await readRelations(archive, '');
  const path = [...root.values()].find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const entry = archive.entries.get(path);
  if (!entry) throw refuse('BAD_WORKBOOK', '工作簿缺少内容', 'the workbook has no workbook part');
  const relations = await readRelations(archive, path);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let from1904 = false;
  parseWhole(await readPart(entry), path, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', id });
    },
  });
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const relation = relations.get(id);
    if (relation && relation.type !== 'worksheet') return []; // charts and dialogs hold no rows
    const part = relation && archive.entries.get(relation.target);
    if (!part)
      throw refuse('BAD_WORKBOOK', `工作表“${name}”缺少内容`, `sheet “${name}” has no content`, { sheet: name });
    return [{ name, hidden, entry: part }];
  });
  const byType = (type: string): ArchiveEntry | null => {
    const relation = [...relations.values()].find((one) => one.type === type);
    return (relation && archive.entries.get(relation.target)) ?? null;
  };
  return { path, sheets, from1904, styles: byType('styles'), sharedStrings: byType('sharedStrings') };
}

function refuseForeignParts(archive: Archive): void {
  const names = [...archive.entries.keys()].map((name) => name.toLowerCase());
  if (names.some((name) => name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/'))) {
    throw refuse(
      'MACROS',
      '工作簿含有宏，请另存为不含宏的 .xlsx',
      'the workbook holds macros: save it as .xlsx without them',
    );
  }
  if (names.some((name) => name.startsWith('xl/externallinks/'))) {
    throw refuse(
      'EXTERNAL_LINK',
      '工作簿链接到其他文件，请断开链接并粘贴为数值',
      'the workbook links to other files: break the links and paste values',
    );
  }
}
