import { WallchartError } from '../../domain/errors.ts';
import type { Bundle, OfficialDocument } from './official-document.ts';

type Filled = Omit<Bundle, 'documents'> & { readonly documents: readonly [OfficialDocument, ...OfficialDocument[]] };

/** What XML 1.0 does not allow as a character, not even escaped. */
const NO_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Without the characters that no file can hold; they come in with texts pasted from elsewhere and show nothing. */
const printable = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === 'string' ? each.replaceAll(NO_CHARACTER, '') : each,
  ) as T;

/**
 * One document as a bundle of one.
 * @throws WallchartError BAD_INPUT for a bundle of none
 */
export function asBundle(document: OfficialDocument | Bundle): Filled {
  const bundle = printable<Bundle>('documents' in document ? document : { ...document, documents: [document] });
  const [first, ...rest] = bundle.documents;
  if (!first) throw new WallchartError('BAD_INPUT', 'A file needs at least one document.');
  const title = bundle.title.replaceAll('\n', first.lang === 'zh' ? '' : ' ');
  return { title, properties: bundle.properties, documents: [first, ...rest] };
}
