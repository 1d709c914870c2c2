import { z } from 'zod';
import { CHART_KINDS } from '../../charts/index.ts';
import { WallchartError, type ErrorCode } from '../../../domain/errors.ts';
import { isDay } from '../../../domain/day.ts';
import { bindingSchema } from './binding-schema.ts';
import { TABLES, type CircularContent, type InlineNode } from './content.ts';

const MOST_NODES = 2000;
const MOST_PROBLEMS = 50;

/** What XML, and so a DOCX, cannot hold: control characters and halves of pairs. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !UNPRINTABLE.test(text), 'a character that cannot be printed');
const line = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200)
  .refine(
    (text) => !UNPRINTABLE.test(text) && !/[\r\n]/.test(text),
    'one line, without characters that cannot be printed',
  );
const optionalLine = z.preprocess((value) => (value === '' ? null : value), line.nullable());

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: words(20_000).min(1) }),
  z.strictObject({
    type: z.literal('figure'),
    attrs: z.strictObject({
      key: z.string().regex(/^[\w.-]{1,48}$/, 'a key has 1 to 48 letters, digits, dots, hyphens or underscores'),
      bind: bindingSchema,
    }),
  }),
]);
const content = z.array(inline).max(MOST_NODES).optional();
const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    attrs: z.strictObject({ level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]) }),
    content,
  }),
  z.strictObject({ type: z.literal('paragraph'), content }),
]);
const annex = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('table'), table: z.enum(TABLES), title: line }),
  z.strictObject({ kind: z.literal('chart'), chart: z.enum(CHART_KINDS), title: line }),
]);

const contentSchema: z.ZodType<CircularContent> = z.strictObject({
  masthead: line,
  issuerCode: optionalLine.optional(),
  title: line,
  addressees: optionalLine,
  issuer: line,
  issuedOn: z.string().refine(isDay, 'expected a day, YYYY-MM-DD'),
  copies: optionalLine,
  printedBy: line,
  annexes: z.array(annex).max(30),
  body: z.strictObject({ type: z.literal('doc'), content: z.array(block).min(1, 'must not be empty').max(MOST_NODES) }),
});

/** A setting as a line of a document, '' for none. @throws WallchartError BAD_INPUT, with its name */
export function keptLine(name: string, value: string): string {
  const parsed = z.union([line, z.literal('')]).safeParse(value.trim());
  if (parsed.success) return parsed.data;
  throw new WallchartError(
    'BAD_INPUT',
    `${name}: expected one line of at most 200 characters. ${name} 应为一行，不超过200字。`,
    { place: name },
  );
}

/** Something in a content that cannot be kept. */
export interface ContentProblem {
  readonly code: ErrorCode;
  /** `body.content[3].content[1].attrs.bind.metric` */
  readonly path: string;
  /** Number of the heading or paragraph in the text, from 1; null outside it. */
  readonly paragraph: number | null;
  readonly message: string;
}

/**
 * Reads the content of a circular as it comes from outside. Figures that were copied get keys of their own.
 *
 * @throws WallchartError UNKNOWN_METRIC, UNKNOWN_UNIT, UNKNOWN_VALUE, DIMENSION_NOT_AVAILABLE or BAD_INPUT, with the
 * place; `details.problems` has all of them
 */
export function parseContent(value: unknown): CircularContent {
  const parsed = contentSchema.safeParse(value);
  if (parsed.success) return withOwnKeys(parsed.data);
  throw refusal(parsed.error.issues.slice(0, MOST_PROBLEMS).map(problemOf));
}

/** The error of a content that has problems; the first gives the code. */
export function refusal(problems: readonly ContentProblem[]): WallchartError {
  const [first] = problems;
  const where = first?.paragraph ? `Paragraph ${first.paragraph} (${first.path})` : (first?.path ?? 'The content');
  const more = problems.length > 1 ? ` ${problems.length - 1} more.` : '';
  const zh = first?.paragraph ? `正文第${first.paragraph}段有误。` : '通报内容有误。';
  return new WallchartError(
    first?.code ?? 'BAD_INPUT',
    `${where}: ${first?.message ?? 'malformed'}.${more} Nothing was saved. ${zh}未保存。`,
    { place: first?.path, paragraph: first?.paragraph, problems },
  );
}

const CODES: Readonly<Record<string, ErrorCode>> = {
  metric: 'UNKNOWN_METRIC',
  unit: 'UNKNOWN_UNIT',
  list: 'UNKNOWN_VALUE',
  of: 'UNKNOWN_VALUE',
  day: 'UNKNOWN_VALUE',
  field: 'UNKNOWN_VALUE',
  chart: 'UNKNOWN_VALUE',
  table: 'UNKNOWN_VALUE',
  by: 'DIMENSION_NOT_AVAILABLE',
};

function problemOf({ path, message }: z.core.$ZodIssue): ContentProblem {
  const last = path.findLast((segment) => typeof segment === 'string');
  return {
    code: CODES[last ?? ''] ?? 'BAD_INPUT',
    path: path.reduce<string>(
      (text, segment) =>
        typeof segment === 'number'
          ? `${text}[${segment}]`
          : text === ''
            ? String(segment)
            : `${text}.${String(segment)}`,
      '',
    ),
    paragraph: path[0] === 'body' && path[1] === 'content' && typeof path[2] === 'number' ? path[2] + 1 : null,
    message,
  };
}

/** A figure that was copied with its key gets a key of its own. */
function withOwnKeys(content: CircularContent): CircularContent {
  const used = new Set<string>();
  const ownKey = (key: string): string => {
    let own = key;
    for (let copy = 2; used.has(own); copy++) own = `${key.slice(0, 40)}-${copy}`;
    used.add(own);
    return own;
  };
  const rename = (node: InlineNode): InlineNode =>
    node.type === 'figure' ? { type: 'figure', attrs: { ...node.attrs, key: ownKey(node.attrs.key) } } : node;
  const nodes = content.body.content.map((node) =>
    node.content ? { ...node, content: node.content.map(rename) } : node,
  );
  return { ...content, body: { type: 'doc', content: nodes } };
}
