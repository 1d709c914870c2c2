import { posix } from 'node:path';
import { readPart, type Archive } from '../../../reading/archive.ts';
import { readRelations, type Relation } from '../reading/xlsx-parts.ts';
import { escapeXml, XML_HEAD } from '../../../exports/workbook/xml-text.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const relationsPath = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

export interface AddedRelation {
  readonly id: string;
  readonly type: string;
  /** path within the archive */
  readonly target: string;
}

/** Relations of a part with `added`; those of the types in `without` go. External ones are kept as they stand. */
export async function relationsXml(
  archive: Archive,
  part: string,
  added: readonly AddedRelation[],
  without: readonly string[],
): Promise<string> {
  const kept = [...(await readRelations(archive, part, true))].filter(([, { type }]) => !without.includes(type));
  const one = (id: string, type: string, target: string, external: boolean): string =>
    `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`;
  const all = [
    ...kept.map(([id, relation]: [string, Relation]) =>
      one(id, relation.uri, relation.external ? relation.target : `/${relation.target}`, relation.external),
    ),
    ...added.map(({ id, type, target }) => one(id, `${RELATIONS}/${type}`, `/${target}`, false)),
  ];
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

/** The list of content types with those of the added parts. */
export async function contentTypesXml(archive: Archive, comments: readonly string[], sheet: string): Promise<string> {
  const entry = archive.part('[Content_Types].xml');
  const xml = entry ? await readPart(entry) : '';
  const vml = /Extension="vml"/i.test(xml)
    ? ''
    : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const overrides = [
    ...comments.map((part) => `<Override PartName="/${part}" ContentType="${OFFICE}.comments+xml"/>`),
    `<Override PartName="/${sheet}" ContentType="${OFFICE}.worksheet+xml"/>`,
  ].join('');
  return xml
    .replace(/^\ufeff?(<\?xml[^>]*\?>)?/, XML_HEAD) // which may name another encoding
    .replace(/<(\w+:)?Types\b[^>]*>/, (start, prefix: string | undefined) => start + prefixed(vml, prefix))
    .replace(/<\/(\w+:)?Types>\s*$/, (end, prefix: string | undefined) => prefixed(overrides, prefix) + end);
}

const prefixed = (xml: string, prefix = ''): string => (prefix === '' ? xml : xml.replaceAll('<', `<${prefix}`));
