import { posix } from 'node:path';
import { partKey, readPart, type Archive } from '../../../reading/archive.ts';
import { readRelations, type Relation } from '../reading/xlsx-parts.ts';
import { escapeXml, XML_HEAD } from '../../../rendering/workbook/xml-text.ts';
import { withPrefix } from './xml-copy.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What the elements and relations of a workbook are named in; a strict one has names of its own. */
export interface Dialect {
  readonly main: string;
  readonly relations: string;
}

const TRANSITIONAL: Dialect = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: Dialect = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** The dialect of a workbook by the relations of its workbook part. */
export const dialectOf = (relations: ReadonlyMap<string, Relation>): Dialect =>
  [...relations.values()].some(({ uri }) => uri.startsWith(STRICT.relations)) ? STRICT : TRANSITIONAL;

export const relationsPath = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

/** A name like `xl/comments7.xml` that the archive does not have. */
export function freeName(archive: Archive, before: string, behind: string, taken: ReadonlySet<string>): string {
  let no = 1;
  const name = (): string => `${before}${no}${behind}`;
  while (archive.part(name()) || taken.has(partKey(name()))) no += 1;
  return name();
}

export interface AddedRelation {
  readonly id: string;
  readonly type: string;
  /** path within the archive */
  readonly target: string;
}

/** Relations of a part with `added`, without those that lead to the parts in `without`. External ones are kept as they stand. */
export async function relationsXml(
  archive: Archive,
  part: string,
  { added, dialect, without = [] }: { added: readonly AddedRelation[]; dialect: Dialect; without?: readonly string[] },
): Promise<string> {
  const ids = new Set(added.map(({ id }) => id));
  const kept = [...(await readRelations(archive, part, true))].filter(
    ([id, { target, external }]) => !ids.has(id) && (external || !without.includes(partKey(target))),
  );
  // as everybody writes them: some readers look for the text of the target, not for the part that it means
  const relative = (target: string): string => posix.relative(posix.dirname(part), target);
  const one = (id: string, type: string, target: string, external: boolean): string =>
    `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`;
  const all = [
    ...kept.map(([id, { uri, target, external }]) => one(id, uri, external ? target : relative(target), external)),
    ...added.map(({ id, type, target }) => one(id, `${dialect.relations}/${type}`, relative(target), false)),
  ];
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

const TYPES = { comments: 'comments', worksheet: 'worksheet', styles: 'styles' } as const;

export interface AddedPart {
  readonly name: string;
  readonly type: keyof typeof TYPES;
}

/** The list of content types with those of the added parts, without those of the removed. */
export async function contentTypesXml(
  archive: Archive,
  added: readonly AddedPart[],
  removed: readonly string[],
): Promise<string> {
  const entry = archive.part('[Content_Types].xml');
  const listed = (entry ? await readPart(entry) : '')
    .replace(/^\ufeff?(<\?xml[^>]*\?>)?/, XML_HEAD) // which may name another encoding
    .replace(
      /<(?:\w+:)?Override\b[^>]*?\bPartName="([^"]*)"[^>]*?(?:\/>|>\s*<\/(?:\w+:)?Override>)/g,
      (whole, name: string) => (removed.includes(partKey(name)) ? '' : whole),
    );
  const vml = /Extension="vml"/i.test(listed)
    ? ''
    : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const isListed = (name: string): boolean => listed.toLowerCase().includes(`partname="/${partKey(name)}"`);
  const overrides = added
    .filter(({ name }) => !isListed(name))
    .map(({ name, type }) => `<Override PartName="/${name}" ContentType="${OFFICE}.${TYPES[type]}+xml"/>`)
    .join('');
  return listed
    .replace(/<(\w+:)?Types\b[^>]*>/, (start, prefix = '') => start + withPrefix(vml, prefix as string))
    .replace(/<\/(\w+:)?Types>\s*$/, (end, prefix = '') => withPrefix(overrides, prefix as string) + end);
}
