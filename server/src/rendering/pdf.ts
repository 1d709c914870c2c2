import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { WallchartError } from '../domain/errors.ts';
import { FONT_FOLDERS } from './fonts.ts';
import { wholeFace } from './whole-face.ts';

export interface PdfOptions {
  /** What the source reads as `sys.inputs`; texts go in this way, so that nothing in them is taken for markup. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** ISO moment that the file says it was created at; the same source and moment give the same bytes. */
  readonly createdAt: string;
  /** Whether the source is set in `KAI` here and there; its face takes a second to be read. */
  readonly kai?: boolean;
}

const compilers = new Map<boolean, Promise<NodeCompiler>>();

/**
 * Typst with the bundled fonts, which come before a machine's own of the same name. It looks among those only for a
 * character that no font named in the source has.
 */
function typst(kai: boolean): Promise<NodeCompiler> {
  const compiler = compilers.get(kai) ?? createCompiler(kai);
  compilers.set(kai, compiler);
  return compiler;
}

async function createCompiler(kai: boolean): Promise<NodeCompiler> {
  const folders = { fontPaths: [...FONT_FOLDERS] };
  const fontArgs = kai ? [{ fontBlobs: [await wholeFace('kai')] }, folders] : [folders];
  return NodeCompiler.create({ fontArgs, workspace: import.meta.dirname });
}

/**
 * Sets a Typst source as a PDF with real text, embedded font subsets and tags.
 * @throws WallchartError INTERNAL when the source does not compile
 */
export async function toPdf(source: string, { createdAt, ...options }: PdfOptions): Promise<Buffer> {
  const { engine, document } = await compile(source, options);
  const pdf = engine.pdf(document, { creationTimestamp: Math.floor(Date.parse(createdAt) / 1000), pdfTags: true });
  engine.evictCache(EVICT_AFTER);
  return pdf;
}

/**
 * What a source notes under a label (`metadata`) as it is set, in the order of its pages.
 * @throws WallchartError INTERNAL when the source does not compile
 */
export async function notedIn(
  source: string,
  options: Omit<PdfOptions, 'createdAt'>,
  label: string,
): Promise<unknown[]> {
  const { engine, document } = await compile(source, options);
  return engine.query(document, { selector: `<${label}>`, field: 'value' }) as unknown[];
}

async function compile(source: string, { inputs = {}, kai = false }: Omit<PdfOptions, 'createdAt'>) {
  const engine = await typst(kai);
  const compiled = engine.compile({ mainFileContent: source, inputs: { ...inputs } });
  const document = compiled.result;
  if (!document) throw new WallchartError('INTERNAL', `The page cannot be set: ${reasons(compiled.takeError())}`);
  return { engine, document };
}

/** Compilations that typst keeps its memory of a text for. */
const EVICT_AFTER = 10;

const reasons = (error: { readonly shortDiagnostics: readonly unknown[] } | null): string =>
  JSON.stringify(error?.shortDiagnostics ?? []);
