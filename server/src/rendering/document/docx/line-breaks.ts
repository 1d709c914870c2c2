import { ILLUSTRATIVE_MARK } from '../words.ts';

/** What Word lets no line of Chinese begin with of itself; naming a list replaces it. */
const NEVER_FIRST =
  '!%),.:;&gt;?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';

/** word/settings.xml as the library writes it, so that no line begins with the mark of what is illustrative. */
export const keepMarks = (settingsXml: string): string =>
  settingsXml.replace(
    '<w:compat>',
    `<w:characterSpacingControl w:val="compressPunctuation"/><w:noLineBreaksBefore w:lang="zh-CN" w:val="${NEVER_FIRST}${ILLUSTRATIVE_MARK}"/><w:compat>`,
  );
