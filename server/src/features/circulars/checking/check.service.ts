import type { Lang } from '../../../domain/text.ts';
import { WallchartError } from '../../../domain/errors.ts';
import type { ReadDocument } from '../../../rendering/document/index.ts';
import { requireCircular, requireDraft } from '../circular.service.ts';
import { editionsOf, type CircularRow, type EditionRow } from '../circular.store.ts';
import type { CircularContent } from '../content/content.ts';
import type { DocumentContext } from '../document-context.ts';
import type { PlacedFigure } from '../pages/build-document.ts';
import { draftPage } from '../pages/draft-page.ts';
import { renderAs } from '../pages/render-files.ts';
import { editionByDigest, frozenEdition, sealedFile } from '../sealing/edition.store.ts';
import { parseSealed } from '../sealing/frozen.ts';
import { checkDocument } from './check-document.ts';
import type { CheckReport } from './check-report.ts';
import { currentFigures } from './current-figures.ts';
import { expectedOf } from './expected.ts';
import { pictureKeys } from './picture-keys.ts';
import { sealedText } from './sealed-text.ts';

export type Against = 'SEALED' | 'CURRENT';

/** What a file was printed from. */
interface Printed {
  readonly edition: number | null;
  readonly docx: Buffer;
  readonly content: CircularContent;
  readonly figures: readonly PlacedFigure[];
}

/**
 * Checks an edited DOCX of a circular, all that stands in it: against what was sealed, or with its figures as they are
 * now.
 *
 * @throws WallchartError UNKNOWN_CIRCULAR, DOCUMENT_REFUSED; CIRCULAR_NOT_SEALED for a draft compared with SEALED
 */
export async function checkCircular(
  documents: DocumentContext,
  id: string,
  file: Buffer,
  against: Against,
): Promise<CheckReport> {
  const row = await requireCircular(documents, id);
  const editions = await editionsOf(documents.db, [id]);
  if (against === 'SEALED' && editions.length === 0) {
    throw new WallchartError(
      'CIRCULAR_NOT_SEALED',
      `Circular ${id} was never sealed: check it against the current figures. 通报尚未封存，请与当前数据核对。`,
    );
  }
  const { digest } = await readText(file, []);
  const own = editions.find((edition) => edition.digest === digest) ?? null;
  const printed = await printedFrom(documents, row, own ?? editions.at(-1) ?? null);
  const keys = printed.figures.map(({ key }) => key);
  const [read, original] = [await readText(file, keys), await readText(printed.docx, keys)];
  const sealed = printed.figures.map(expectedOf);
  const isNow = against === 'CURRENT' && printed.edition !== null;
  const expected = isNow ? await currentFigures(documents, row, printed, sealed) : sealed;
  const pictureKey = await pictureKeys(original, read);
  const report = checkDocument(read, sealedText(original, row.lang, expected, pictureKey), pictureKey);
  return {
    ...report,
    lang: row.lang,
    edition: printed.edition,
    problems: [...problemsOf(row.lang, digest, own, editions), ...report.problems],
  };
}

/** The circular that a file says it was printed from. @throws WallchartError UNKNOWN_CIRCULAR, DOCUMENT_REFUSED */
export async function circularOf(documents: Pick<DocumentContext, 'db'>, file: Buffer): Promise<string> {
  const { digest } = await readText(file, []);
  const circular = digest === null ? null : await editionByDigest(documents.db, digest);
  if (circular !== null) return circular;
  throw new WallchartError(
    'UNKNOWN_CIRCULAR',
    'The file does not say which sealed circular it was printed from: name it. 文件没有封存标记，请指明通报。',
  );
}

async function readText(file: Buffer, keys: readonly string[]): Promise<ReadDocument> {
  const { DocumentRefused, readDocx } = await import('../../../rendering/document/index.ts');
  try {
    return await readDocx(file, { keys });
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    throw new WallchartError('DOCUMENT_REFUSED', `${error.words.en}. ${error.words.zh}。`, { problem: error.problem });
  }
}

/** The edition that a file was printed from, or the draft. */
async function printedFrom(documents: DocumentContext, row: CircularRow, edition: EditionRow | null): Promise<Printed> {
  if (edition) {
    const { content, figures } = parseSealed(await frozenEdition(documents.db, row.id, edition.edition));
    const { bytes } = await sealedFile(documents, row.id, edition.edition, 'docx');
    return { edition: edition.edition, docx: bytes, content, figures };
  }
  const { document, figures } = await draftPage(documents, row);
  return { edition: null, docx: await renderAs('docx', document), content: requireDraft(row).content, figures };
}

const WORDS = {
  zh: {
    unmarked: '文件没有封存标记，按最后一版核对；若由草稿另存，请留意。',
    foreign: '文件的封存标记不属于这份通报，结果可能不准。',
    superseded: (own: number, last: number) => `文件由第${own}版另存，现已有第${last}版。`,
  },
  en: {
    unmarked: 'The file does not say which edition it was produced from; it was compared with the latest.',
    foreign: 'The file says that it was printed from another circular; the result may be wrong.',
    superseded: (own: number, last: number) => `The file was printed from edition ${own}; there is an edition ${last}.`,
  },
} as const;

function problemsOf(
  lang: Lang,
  digest: string | null,
  own: EditionRow | null,
  editions: readonly EditionRow[],
): string[] {
  const words = WORDS[lang];
  const last = editions.at(-1);
  if (!last) return [];
  if (own === null) return [digest === null ? words.unmarked : words.foreign];
  return own.edition === last.edition ? [] : [words.superseded(own.edition, last.edition)];
}
