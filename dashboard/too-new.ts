import { parseSync, Visitor } from 'vite';

/** What Chromium 90 cannot read in a style sheet, with the version that can; what it may skip is not here. */
const STYLES: readonly (readonly [what: string, pattern: RegExp, since: number])[] = [
  ['@layer', /@layer(?! properties\b)/, 99],
  ['@container', /@container/, 105],
  ['@scope', /@scope/, 118],
  [':has()', /:has\(/, 105],
  ['a nested rule', /&/, 112],
  ['a range in a media query', /@media[^{]*[<>]/, 104],
  ['color-mix()', /color-mix\(/, 111],
  ['lab, lch, oklab, oklch', /\b(?:ok)?l(?:ab|ch)\(/, 111],
  ['light-dark()', /light-dark\(/, 123],
  ['translate, rotate or scale as a property', /[;{\s](?:translate|rotate|scale):/, 104],
  ['subgrid', /\bsubgrid\b/, 117],
  ['round() or a trigonometric function', /\b(?:round|mod|rem|a?sin|a?cos|a?tan|sqrt|pow|hypot)\(/, 111],
];

/**
 * What Chromium 90 cannot read in a built file and no polyfill can bring, each in words; none where all is well.
 * @param file its name, which tells scripts (.js) from style sheets (.css)
 */
export function tooNew(file: string, text: string): string[] {
  if (file.endsWith('.css')) return inStyles(file, text);
  return file.endsWith('.js') ? inScript(file, text) : [];
}

function inStyles(file: string, css: string): string[] {
  const bare = withoutSupports(css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(["'])(?:\\.|(?!\1).)*\1/g, '""'));
  return STYLES.filter(([, pattern]) => pattern.test(bare)).map(([what, , since]) => fault(file, what, since));
}

/** The sheet without what it guards by `@supports`. */
function withoutSupports(css: string): string {
  const start = css.indexOf('@supports');
  if (start === -1) return css;
  let open = 0;
  for (let at = css.indexOf('{', start); at < css.length; at += 1) {
    if (css[at] === '{') open += 1;
    if (css[at] === '}') open -= 1;
    if (open === 0) return css.slice(0, start) + withoutSupports(css.slice(at + 1));
  }
  return css.slice(0, start);
}

function inScript(file: string, code: string): string[] {
  const found = new Set<string>();
  new Visitor({
    StaticBlock: () => void found.add(fault(file, 'a static block of a class', 94)),
    BinaryExpression: ({ left: { type } }: { readonly left: { readonly type: string } }) => {
      if (type === 'PrivateIdentifier') found.add(fault(file, 'a private name before `in`', 91));
    },
    Literal: (node) => {
      if ('regex' in node && node.regex.flags.includes('v')) found.add(fault(file, 'the flag v of a pattern', 112));
    },
  }).visit(parseSync(file, code).program);
  return [...found];
}

const fault = (file: string, what: string, since: number): string =>
  `${file} holds ${what}, which Chromium reads from ${since} on; the dashboard must work in 90.`;
