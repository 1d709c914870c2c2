import type { Random } from '../../fuzz/random.ts';
import { bodyParagraphs, controls, flat, pickOf, put, run, textNodes, type Edit } from './docx-xml.ts';

const CHINESE = Array.from('〇一二三四五六七八九');
const PLACES = ['', '十', '百', '千'];

/** 32 as 三十二; 0 to 9999. */
function inChinese(number: number): string {
  if (number === 0) return '零';
  const figures = Array.from(String(number), Number);
  let text = '';
  for (const [i, figure] of figures.entries()) {
    const place = PLACES[figures.length - 1 - i]!;
    if (figure !== 0)
      text += `${figures[i - 1] === 0 ? '零' : ''}${figure === 1 && place === '十' && i === 0 ? '' : CHINESE[figure]}${place}`;
  }
  return text;
}

const digitwise = (text: string): string => Array.from(text, (digit) => CHINESE[Number(digit)]).join('');

/** A node of text in which something is written otherwise. */
const otherwise =
  (pattern: RegExp, write: (found: RegExpMatchArray, random: Random) => string | null): Edit =>
  (xml, random) => {
    const found = textNodes(xml).flatMap((node) => [...node.text.matchAll(pattern)].map((match) => ({ node, match })));
    const one = pickOf(random, found);
    const by = one && write(one.match, random);
    if (!one || by === null) return null;
    const at = one.node.start + one.match.index;
    return { xml: put(xml, at, at + one.match[0].length, by), what: `${one.match[0]} as ${by}` };
  };

/** Edits after which a circular says the same, which are not to be found. */
export const HARMLESS: Readonly<Record<string, Edit>> = {
  'full-width digits': otherwise(/\d+/g, ([number]) =>
    Array.from(number, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join(''),
  ),
  'Chinese numerals': otherwise(
    /(?<![\d.〇一二三四五六七八九十百千万])\d{1,4}(?![\d.%〇一二三四五六七八九十百千万年])/g,
    ([number]) => (number.startsWith('0') && number !== '0' ? null : inChinese(Number(number))),
  ),
  'numerals of banks': otherwise(/(?<![\d.])[1-9]\d(?=[名个条次])/g, ([number]) =>
    inChinese(Number(number))
      .replaceAll('十', '拾')
      .replaceAll(
        /[一二三四五六七八九]/g,
        (each) => Array.from('壹贰叁肆伍陆柒捌玖')['一二三四五六七八九'.indexOf(each)]!,
      ),
  ),
  'per cent in words or per mille': otherwise(/(?<![\d.])(\d+)(?:\.(\d))?%/g, ([, whole, fraction], random) => {
    const value = `${whole}.${fraction ?? '0'}`;
    const words = `百分之${inChinese(Number(whole))}${fraction ? `点${digitwise(fraction)}` : ''}`;
    return random.pick([words, `${value.replace('.', '').replace(/^0+(?=\d)/, '')}‰`, `${value}0 %`, `${value} ％`]);
  }),
  'the same day': otherwise(/(\d{4})年(\d{1,2})月(\d{1,2})日/g, ([, year, month, date], random) =>
    random.pick([
      `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`,
      `${year}年${month!.padStart(2, '0')}月${date!.padStart(2, '0')}日`,
      `${digitwise(year!)}年${inChinese(Number(month))}月${inChinese(Number(date))}日`,
      `${year}.${month}.${date}`,
      `${year}年${month}月${date}号`,
    ]),
  ),
  'the same amount': otherwise(/(\d+)(?:\.(\d+))?万元/g, ([, whole, fraction], random) => {
    const yuan = Number(whole) * 10_000 + Number((fraction ?? '').padEnd(4, '0'));
    return random.pick([`${yuan}元`, `${yuan.toLocaleString('en-US')}元`, `${yuan / 100_000_000}亿元`]);
  }),
  'more than, in another word': otherwise(/(?<=\d)余/g, () => '多'),
  'a list in another order': (xml, random) => {
    const lists = controls(xml).filter(({ node }) => /^\p{L}+[镇乡村道区](?:、\p{L}+[镇乡村道区])+$/u.test(node.text));
    const list = pickOf(random, lists);
    if (!list) return null;
    const names = list.node.text.split('、');
    const cut = 1 + random.below(names.length - 1);
    const turned = [...names.slice(cut), ...names.slice(0, cut)];
    const by = `${turned.slice(0, -1).join('、')}${random.pick(['和', '、', '及'])}${turned.at(-1)}`;
    return { xml: put(xml, list.node.start, list.node.end, by), what: `${list.node.text} as ${by}` };
  },
  'a run split in two': (xml, random) => {
    const node = pickOf(
      random,
      textNodes(xml).filter(({ text }) => text.length > 1),
    );
    if (!node) return null;
    const at = node.start + 1 + random.below(node.text.length - 1);
    return { xml: put(xml, at, at, '</w:t></w:r><w:r><w:t xml:space="preserve">'), what: `split ${node.text}` };
  },
  'a control stripped': (xml, random) => {
    const figure = pickOf(random, controls(xml));
    if (!figure) return null;
    return { xml: put(xml, figure.start, figure.end, flat(xml.slice(figure.start, figure.end))), what: figure.key };
  },
  'every control and bookmark stripped': (xml) => ({ xml: flat(xml), what: 'all controls' }),
  'a paragraph typed again': (xml, random) => {
    const place = pickOf(random, bodyParagraphs(xml));
    return (
      place && { xml: put(xml, place.start, place.end, `<w:p>${run(place.text)}</w:p>`), what: place.text.slice(0, 20) }
    );
  },
  'a tracked insertion and deletion': (xml, random) => {
    const place = pickOf(random, bodyParagraphs(xml));
    const runs = place ? [...place.xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs)] : [];
    const one = pickOf(random, runs);
    if (!place || !one) return null;
    const deleted = '<w:del w:id="9001"><w:r><w:delText>旧的99个</w:delText></w:r></w:del>';
    const by = `${deleted}<w:ins w:id="9002">${one[0]}</w:ins>`;
    return { xml: put(xml, place.start + one.index, place.start + one.index + one[0].length, by), what: 'tracked' };
  },
  'spaces between characters': (xml, random) => {
    const node = pickOf(
      random,
      textNodes(xml).filter(({ text }) => /\p{sc=Han}{2}/u.test(text)),
    );
    const at = node?.text.search(/(?<=\p{sc=Han})(?=\p{sc=Han})/u) ?? -1;
    if (!node || at < 0) return null;
    return {
      xml: put(xml, node.start + at, node.start + at, random.pick([' ', '　', '\u200B', '\u00A0'])),
      what: node.text,
    };
  },
  'rows of a table in another order': (xml, random) => {
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].filter(([table]) => !table.includes('Imprint'));
    const table = pickOf(random, tables);
    const rows = table ? [...table[0].matchAll(/<w:tr>.*?<\/w:tr>/gs)].slice(1) : [];
    if (!table || rows.length < 3) return null;
    const at = random.below(rows.length - 1);
    const [one, other] = [rows[at]!, rows[at + 1]!];
    const from = table.index + one.index;
    return { xml: put(xml, from, table.index + other.index + other[0].length, other[0] + one[0]), what: 'two rows' };
  },
};
