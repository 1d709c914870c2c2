import { WallchartError } from '../../../domain/errors.ts';
import { nextNumber, takeGivenNumber, takeNumber, writeNumber, type DocumentNumber } from '../../numbering/index.ts';
import { isTaken, sealedOf, type CircularHead, type EditionRow } from '../circular.store.ts';
import type { CircularContent } from '../content/content.ts';
import type { DocumentContext, RecordingContext } from '../document-context.ts';
import type { PlacedFigure } from '../pages/build-document.ts';
import { officeSettings } from '../settings/settings.service.ts';
import type { Subject } from '../subject.ts';
import { frozenEdition } from './edition.store.ts';
import { parseSealed } from './frozen.ts';
import { sameFigures } from './print-alike.ts';

/** What a number is found for. */
export interface NumberInput {
  readonly row: CircularHead;
  readonly subject: Pick<Subject, 'unit' | 'lang'>;
  readonly content: CircularContent;
  /** Those that are sealed, the first edition first. */
  readonly editions: readonly EditionRow[];
  /** As they are printed now; asked only where a translation is in question. */
  readonly figures: () => Promise<readonly PlacedFigure[]>;
}

/**
 * The number that a draft would get if it were sealed now. A later edition keeps that of the first. The text of a unit and
 * a day that is sealed in the other language with the same figures gives its own: the two are one document. Else it is
 * the next in the register of the issuer, which is one for all languages.
 */
export async function previewNumber(documents: DocumentContext, input: NumberInput): Promise<string> {
  const [first] = input.editions;
  if (first) return first.number;
  const { issuer, year } = await registerOf(documents, input);
  const number = (await translated(documents, input)) ?? (await nextNumber(documents.db, 'circular', issuer, year));
  return writeNumber(number, input.row.lang, input.content.issuerCode);
}

/**
 * Takes the number of a draft that is being sealed, as `numberToCome` tells it, or the one that was given by hand.
 *
 * @throws WallchartError NUMBER_TAKEN; BAD_INPUT for an issuer, or a number, that a later edition cannot change to
 */
export async function takeNumberOf(
  documents: RecordingContext,
  input: NumberInput,
  serial: number | null,
): Promise<DocumentNumber & { readonly text: string }> {
  const register = await registerOf(documents, input);
  const [first] = input.editions;
  if (first) {
    refuseOther(first, register.issuer, serial);
    return { issuer: first.issuer, year: first.year, serial: first.serial, text: first.number };
  }
  const number = await takeFirst(documents, input, register, serial);
  return { ...number, text: writeNumber(number, input.row.lang, input.content.issuerCode) };
}

async function takeFirst(
  documents: RecordingContext,
  input: NumberInput,
  { issuer, year }: Register,
  serial: number | null,
): Promise<DocumentNumber> {
  const twin = await translated(documents, input);
  if (twin && (serial === null || serial === twin.serial)) return twin;
  if (serial === null) return takeNumber(documents.db, 'circular', issuer, year);
  if (!Number.isInteger(serial) || serial < 1 || serial > 99_999)
    throw new WallchartError('BAD_INPUT', `number: expected 1 to 99999. 文号应为1至99999的整数。`, { place: 'number' });
  const number = await takeGivenNumber(documents.db, 'circular', { issuer, year, serial });
  if (!(await isTaken(documents.db, number))) return number;
  const text = writeNumber(number, input.row.lang, input.content.issuerCode);
  throw new WallchartError(
    'NUMBER_TAKEN',
    `The number ${text} is taken by another circular; nothing was sealed. 文号${text}已被占用，未定稿。`,
    { number: text, place: 'number' },
  );
}

function refuseOther(first: EditionRow, issuer: string, serial: number | null): void {
  if (first.issuer !== issuer) {
    throw new WallchartError(
      'BAD_INPUT',
      `issuer: the number ${first.number} is one of ${first.issuer}; a new edition keeps it. 更正稿不能更换发文机关。`,
      { place: 'issuer' },
    );
  }
  if (serial !== null && serial !== first.serial) {
    throw new WallchartError(
      'BAD_INPUT',
      `number: a new edition keeps the number ${first.number}. 更正稿沿用原文号。`,
      {
        place: 'number',
      },
    );
  }
}

/** Whose numbers, and of which year. */
type Register = Pick<DocumentNumber, 'issuer' | 'year'>;

/** An office counts in one register, which has its Chinese name, whatever language a circular is in. */
async function registerOf(documents: DocumentContext, { subject, content }: NumberInput): Promise<Register> {
  const year = Number(content.issuedOn.slice(0, 4));
  if (subject.lang === 'zh') return { issuer: content.issuer, year };
  const [own, chinese] = await Promise.all(
    ([subject.lang, 'zh'] as const).map((lang) => officeSettings(documents, subject.unit, lang)),
  );
  return { issuer: content.issuer === own!.settings.issuer ? chinese!.settings.issuer : content.issuer, year };
}

/** The number of the same text in the other language, unless it has been translated already. */
async function translated(documents: DocumentContext, { row, figures }: NumberInput): Promise<DocumentNumber | null> {
  const others = (await sealedOf(documents.db, row)).filter(({ lang }) => lang !== row.lang);
  for (const { circular, edition, issuer, year, serial } of others) {
    const sealed = parseSealed(await frozenEdition(documents.db, circular, edition));
    const number = { issuer, year, serial };
    if (sameFigures(sealed.figures, await figures()) && !(await isTaken(documents.db, number, row.lang))) return number;
  }
  return null;
}
