import { WallchartError } from '../../errors.ts';
import type { Bundle, OfficialDocument } from './official-document.ts';

type Filled = Omit<Bundle, 'documents'> & { readonly documents: readonly [OfficialDocument, ...OfficialDocument[]] };

/**
 * One document as a bundle of one.
 * @throws WallchartError BAD_INPUT for a bundle of none
 */
export function asBundle(document: OfficialDocument | Bundle): Filled {
  const bundle = 'documents' in document ? document : { ...document, documents: [document] };
  const [first, ...rest] = bundle.documents;
  if (!first) throw new WallchartError('BAD_INPUT', 'A file needs at least one document.');
  const title = bundle.title.replaceAll('\n', first.lang === 'zh' ? '' : ' ');
  return { title, properties: bundle.properties, documents: [first, ...rest] };
}
