import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Both themes and both languages in two looks: colours do not depend on words, nor words on colours. */
export const LOOKS = [
  ['light', 'zh-CN'],
  ['dark', 'en'],
] as const;

/** What axe objects to on a page, as `rule: element`; the document in a preview's frame is not the page's. */
export async function objections(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude('iframe').analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
