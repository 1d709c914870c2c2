import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { WallchartError } from '../errors.ts';
import { FONT_FOLDERS } from './fonts.ts';

export interface PdfOptions {
  /** What the source reads as `sys.inputs`; texts go in this way, so that nothing in them is taken for markup. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** ISO moment that the file says it was created at; the same source and moment give the same bytes. */
  readonly createdAt: string;
}

let compiler: NodeCompiler | undefined;

/**
 * Typst with the bundled fonts, which come before a machine's own of the same name. It looks among those only for a
 * character that no font named in the source has.
 */
const typst = (): NodeCompiler =>
  (compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [...FONT_FOLDERS] }], workspace: import.meta.dirname }));

/**
 * Sets a Typst source as a PDF with real text, embedded font subsets and tags.
 * @throws WallchartError INTERNAL when the source does not compile
 */
export function toPdf(source: string, { inputs = {}, createdAt }: PdfOptions): Buffer {
  const engine = typst();
  const compiled = engine.compile({ mainFileContent: source, inputs: { ...inputs } });
  const document = compiled.result;
  if (!document) throw new WallchartError('INTERNAL', `The page cannot be set: ${reasons(compiled.takeError())}`);
  const pdf = engine.pdf(document, { creationTimestamp: Math.floor(Date.parse(createdAt) / 1000), pdfTags: true });
  engine.evictCache(EVICT_AFTER);
  return pdf;
}

/** Compilations that typst keeps its memory of a text for. */
const EVICT_AFTER = 10;

const reasons = (error: { readonly shortDiagnostics: readonly unknown[] } | null): string =>
  JSON.stringify(error?.shortDiagnostics ?? []);
