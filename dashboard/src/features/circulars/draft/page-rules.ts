/**
 * The `@page` rules of a style sheet, as they stand. A browser takes them from the document only, not from a part of it
 * that has styles of its own.
 */
export function pageRules(css: string): string {
  const rules: string[] = [];
  for (let start = css.indexOf('@page'); start >= 0; start = css.indexOf('@page', start + 1)) {
    const end = endOfBlock(css, start);
    rules.push(css.slice(start, end));
    start = end - 1;
  }
  return rules.join('\n');
}

function endOfBlock(css: string, from: number): number {
  let depth = 0;
  for (let at = from; at < css.length; at++) {
    if (css[at] === '{') depth += 1;
    if (css[at] !== '}') continue;
    depth -= 1;
    if (depth === 0) return at + 1;
  }
  return css.length;
}
