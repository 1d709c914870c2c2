import { openArchive, readPart, type Archive, type ArchiveEntry } from '../../../reading/archive.ts';
import { FileRefused } from '../../../reading/file-refused.ts';
import { LIMITS } from '../../../reading/limits.ts';
import { decodeXml, xmlWriter, type XmlHandler } from '../../../reading/xml-stream.ts';
import { DIGEST_PROPERTY } from '../docx/properties.ts';
import { figureBookmark } from '../figure-bookmark.ts';
import { BodyReader } from './body-reader.ts';
import { DocumentRefused, type DocumentProblem } from './document-refused.ts';
import type { ReadDocument, ReadImage, ReadParagraph } from './read-document.ts';
import { readImages } from './read-images.ts';
import { relationshipsOf, type Relationship } from './relationships.ts';
import { attribute, StyleLevels } from './style-levels.ts';

export interface ReadOptions {
  /**
   * Keys of the figures it was printed with. Some programs drop a content control's tag on saving; with the keys such a
   * figure is found by its bookmark.
   */
  readonly keys?: readonly string[];
}

/**
 * Reads a DOCX that Word, WPS or LibreOffice saved: its paragraphs as accepted, with the figures found in them.
 * What stands in headers, footers and notes is apart from them; comments are no part of it.
 *
 * @throws DocumentRefused (code DOCUMENT_REFUSED, details.problem) for what is no DOCX or is made to do harm
 */
export async function readDocx(bytes: Uint8Array, { keys = [] }: ReadOptions = {}): Promise<ReadDocument> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseByFirstBytes(buffer);
  try {
    const archive = await openArchive(buffer);
    try {
      return await readArchive(archive, keys);
    } finally {
      archive.close();
    }
  } catch (error) {
    throw error instanceof FileRefused ? new DocumentRefused(problemOf(error.problem), error) : error;
  }
}

const OLE_HEADER = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

function refuseByFirstBytes(bytes: Buffer): void {
  if (bytes.length > LIMITS.archiveBytes) throw new DocumentRefused('TOO_LARGE');
  if (bytes.subarray(0, 4).equals(OLE_HEADER)) throw new DocumentRefused('OLD_OR_LOCKED');
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw new DocumentRefused('NOT_A_ZIP');
}

const PROBLEMS: Readonly<Record<string, DocumentProblem>> = {
  ZIP_BOMB: 'ZIP_BOMB',
  ZIP_ENCRYPTED: 'ZIP_ENCRYPTED',
  PART_TOO_LARGE: 'TOO_LARGE',
  BAD_XML: 'BAD_XML',
};
const problemOf = (problem: string): DocumentProblem => PROBLEMS[problem] ?? 'NOT_A_ZIP';

async function readArchive(archive: Archive, keys: readonly string[]): Promise<ReadDocument> {
  const main = await mainPart(archive);
  const styles = new StyleLevels();
  const stylesPart = archive.part(`${main.name.slice(0, main.name.lastIndexOf('/') + 1)}styles.xml`);
  if (stylesPart) await feed(stylesPart, styles, LIMITS.partBytes);
  const body = new BodyReader(new Map(keys.map((key) => [figureBookmark(key), key])));
  await feed(main, body, LIMITS.documentBytes);
  const named = body.paragraphs.flatMap(({ pictures }) => pictures.flatMap(({ images }) => images));
  const relationships = await relationshipsOf(archive, main.name);
  const images = await readImages(archive, relationships, new Set(named));
  return {
    paragraphs: finished(body, styles, images),
    margins: await readMargins(archive, relationships),
    digest: await digestOf(archive),
  };
}

const MARGINS: ReadonlySet<string> = new Set(['header', 'footer', 'footnotes', 'endnotes']);

/** What stands in headers, footers and notes. */
async function readMargins(archive: Archive, relationships: readonly Relationship[]): Promise<string[]> {
  const texts: string[] = [];
  for (const { type, target } of relationships) {
    const entry = MARGINS.has(type) ? archive.part(target) : undefined;
    if (!entry) continue;
    const reader = new BodyReader(new Map());
    await feed(entry, reader, LIMITS.partBytes);
    texts.push(...reader.paragraphs.map(({ text }) => text).filter((text) => text.trim() !== ''));
  }
  return texts;
}

/** The text itself, found as the format says: by the package's relationships and content types. */
async function mainPart(archive: Archive): Promise<ArchiveEntry> {
  const relationships = archive.part('_rels/.rels');
  const types = archive.part('[Content_Types].xml');
  if (!relationships || !types) throw new DocumentRefused('NOT_A_DOCX');
  let target = '';
  parse(await readPart(relationships), relationships.name, (name, attributes) => {
    const type = attribute(attributes, 'Type') ?? '';
    if (name === 'Relationship' && type.endsWith('/officeDocument')) target = attribute(attributes, 'Target') ?? '';
  });
  const path = target.replace(/^\//u, '');
  let type = '';
  parse(await readPart(types), types.name, (name, attributes) => {
    if (name === 'Override' && attribute(attributes, 'PartName') === `/${path}`) {
      type = attribute(attributes, 'ContentType') ?? '';
    }
  });
  if (/macroEnabled/iu.test(type)) throw new DocumentRefused('MACROS');
  const main = archive.part(path);
  if (!main || !/wordprocessingml\.(?:document|template)\.main\+xml$/u.test(type))
    throw new DocumentRefused('NOT_A_DOCX');
  return main;
}

function parse(xml: string, part: string, open: XmlHandler['open']): void {
  const write = xmlWriter({ open }, part);
  write(xml);
  write(null);
}

async function feed(entry: ArchiveEntry, handler: XmlHandler, atMost: number): Promise<void> {
  if (entry.bytes > atMost) throw new DocumentRefused('TOO_LARGE');
  const write = xmlWriter(handler, entry.name);
  for await (const piece of decodeXml(await entry.open(), entry.name)) write(piece);
  write(null);
}

function finished(body: BodyReader, styles: StyleLevels, images: ReadonlyMap<string, ReadImage>): ReadParagraph[] {
  const controlled = new Set(body.paragraphs.flatMap((draft) => draft.controlled()));
  let under: string | null = null;
  return body.paragraphs.map((draft) => {
    const outlined = draft.outline === 0 ? null : (draft.outline ?? styles.levelOf(draft.style ?? ''));
    const level = draft.text.trim() === '' ? null : outlined;
    const paragraph = {
      text: draft.text,
      level,
      under,
      cell: draft.cell,
      style: draft.style ?? null,
      figures: draft.figures(controlled),
      pictures: draft.pictures.map((picture) => ({
        ...picture,
        images: picture.images.flatMap((id) => images.get(id) ?? []),
      })),
    };
    if (level !== null) under = draft.text;
    return paragraph;
  });
}

async function digestOf(archive: Archive): Promise<string | null> {
  const part = archive.part('docProps/custom.xml');
  if (!part) return null;
  let named = false;
  let digest = '';
  const write = xmlWriter(
    {
      open: (name, attributes) => {
        if (name === 'property') named = attribute(attributes, 'name') === DIGEST_PROPERTY;
      },
      text: (text) => {
        if (named) digest += text;
      },
    },
    part.name,
  );
  write(await readPart(part));
  write(null);
  return /^[0-9a-f]{64}$/u.exec(digest.trim())?.[0] ?? null;
}
