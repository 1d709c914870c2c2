const PLAIN = /^(?:[\x21-\x26\x28-\x7e][\x21-\x7e]*)?$/;
const INVISIBLE = /[\u200b-\u200f\u2028\u2029\u2060\ufeff]/g;
/** Control characters, which programs put before codes (0x1F); not the tab and the ends of lines, which are spaces. */
const CONTROL = /(?![\t-\r])\p{Cc}/gu;
/** What marks a cell as text in Excel, written out by other programs. */
const TEXT_MARK = /^(?:['’‘＇]\s*)+/;

const unmarked = (text: string): string =>
  text.replace(INVISIBLE, '').replace(CONTROL, '').trim().replace(TEXT_MARK, '');

/** Full-width digits, letters and punctuation become half-width, invisible characters and outer spaces go, and the apostrophe before a text. */
export function narrow(text: string): string {
  return PLAIN.test(text) ? text : unmarked(text).normalize('NFKC').trim();
}

/** As {@link narrow}, for identifiers: only letters, digits and the hyphen, so that 〔2014〕 stays what it is. */
export function narrowCode(text: string): string {
  if (PLAIN.test(text)) return text;
  return unmarked(text)
    .replace(/[\uff0d\uff10-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .trim();
}

/** Running text: outer spaces and invisible characters go, line ends become one kind. */
export function tidyText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(INVISIBLE, '').replace(/\r\n?/g, '\n').trim();
}

/** A word to compare: narrow, lower case, without spaces, underscores or hyphens. */
export const comparable = (text: string): string =>
  narrow(text)
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
