import {
  bodyParagraphs,
  controls,
  counted,
  digits,
  flat,
  isPlain,
  paragraphs,
  pickOf,
  put,
  run,
  STRANGE,
  textNodes,
  type Edit,
} from './docx-xml.ts';

/** Edits that change what a circular says, each of which is to be found. */
export const MEANT: Readonly<Record<string, Edit>> = {
  'a digit before a figure, outside its control': (xml, random) => {
    const figure = pickOf(
      random,
      counted(xml).filter(({ node }) => /^\d/.test(node.text)),
    );
    if (!figure) return null;
    const digit = String(1 + random.below(9));
    const at = xml.lastIndexOf('<w:bookmarkStart', figure.start);
    return { xml: put(xml, at, at, run(digit)), what: `${digit} before ${figure.key} ${figure.node.text}` };
  },
  'a digit, fraction or unit behind a figure, outside its control': (xml, random) => {
    const figure = pickOf(
      random,
      counted(xml).filter(({ node }) => /\d$/.test(node.text)),
    );
    if (!figure) return null;
    // No ten thousands are none, and a decimal with another zero is what it was.
    const { text } = figure.node;
    const scales = Number(text) === 0 ? [] : text.includes('.') ? ['万', '百'] : ['0', '万', '百'];
    const more = random.pick(['7', '.5', '余', '多', '%', ...scales]);
    return {
      xml: put(xml, figure.end, figure.end, run(more)),
      what: `${more} behind ${figure.key} ${figure.node.text}`,
    };
  },
  'a digit inside a figure': (xml, random) => {
    const figure = pickOf(random, counted(xml));
    if (!figure) return null;
    const at = figure.node.start + digits(figure.node.text)[0]!;
    const digit = String(1 + random.below(9));
    return { xml: put(xml, at, at, digit), what: `${digit} in ${figure.key} ${figure.node.text}` };
  },
  'a digit instead of another': (xml, random) => {
    const node = pickOf(
      random,
      textNodes(xml).filter(({ text }) => /\d/.test(text)),
    );
    if (!node) return null;
    const at = node.start + random.pick(digits(node.text));
    const digit = String((Number(xml[at]) + 1 + random.below(9)) % 10);
    return { xml: put(xml, at, at + 1, digit), what: `${xml[at]} to ${digit} in ${node.text}` };
  },
  'another figure instead': (xml, random) => {
    const [one, other] = [pickOf(random, controls(xml)), pickOf(random, controls(xml))];
    if (!one || !other || one.node.text === other.node.text) return null;
    return {
      xml: put(xml, one.node.start, one.node.end, other.node.text),
      what: `${other.node.text} for ${one.key} ${one.node.text}`,
    };
  },
  'an emptied figure': (xml, random) => {
    const figure = pickOf(random, controls(xml));
    return figure && { xml: put(xml, figure.node.start, figure.node.end, ''), what: `nothing for ${figure.key}` };
  },
  'a bound in front of a figure': (xml, random) => {
    const figure = pickOf(random, counted(xml));
    if (!figure) return null;
    const bound = random.pick(['约', '近', '至少', '不足', '超过', '负']);
    const at = xml.lastIndexOf('<w:bookmarkStart', figure.start);
    return { xml: put(xml, at, at, run(bound)), what: `${bound} before ${figure.key} ${figure.node.text}` };
  },
  'a character of any text': (xml, random) => {
    const nodes = textNodes(xml).filter(({ text }) => Array.from(text).some(isPlain));
    const node = pickOf(random, nodes);
    if (!node) return null;
    const places = Array.from(node.text, (character, i) => (isPlain(character) ? i : -1)).filter((i) => i >= 0);
    if (Array.from(node.text).length !== node.text.length) return null;
    const at = node.start + random.pick(places);
    const by = random.pick(STRANGE);
    return { xml: put(xml, at, at + 1, by), what: `${xml[at]} to ${by} in ${node.text}` };
  },
  'a name in a figure or a table': (xml, random) => {
    const figures = controls(xml).filter(({ node }) => !/\d/.test(node.text) && node.text.length >= 3);
    const figure = pickOf(random, figures);
    if (!figure) return null;
    const at = figure.node.start + random.below(2);
    if (!isPlain(xml[at]!)) return null;
    return { xml: put(xml, at, at + 1, random.pick(STRANGE)), what: `in ${figure.key} ${figure.node.text}` };
  },
  'a word in the title, number, head or imprint': (xml, random) => {
    const head = paragraphs(xml).filter(({ style }) =>
      /^(?:Masthead|DocumentNumber|Title|Addressees|Issue|AnnexNote|AnnexTitle|Imprint|\w*Caption|TableNote|TableHead)/.test(
        style,
      ),
    );
    const place = pickOf(random, head);
    const node = place && pickOf(random, textNodes(place.xml));
    if (!place || !node) return null;
    const at = place.start + node.start + random.below(node.text.length);
    const by = /\d/.test(xml[at]!) ? String((Number(xml[at]) + 1) % 10) : random.pick(STRANGE);
    return { xml: put(xml, at, at + 1, by), what: `${xml[at]} to ${by} in ${place.style} ${node.text}` };
  },
  'a negation': (xml, random) => {
    const place = pickOf(random, bodyParagraphs(xml));
    const node =
      place &&
      pickOf(
        random,
        textNodes(place.xml).filter(({ text }) => Array.from(text).some(isPlain)),
      );
    if (!place || !node) return null;
    const places = Array.from(node.text, (character, i) => (isPlain(character) ? i : -1)).filter((i) => i >= 0);
    const at = place.start + node.start + random.pick(places);
    const by = random.pick(['不', '未', '没有', '基本']);
    return { xml: put(xml, at, at, by), what: `${by} in ${node.text}` };
  },
  'two characters less': (xml, random) => {
    const nodes = textNodes(xml).filter(({ text }) => /\p{sc=Han}{2}/u.test(text) && Array.from(text).every(isPlain));
    const node = pickOf(
      random,
      nodes.filter(({ text }) => text.length >= 3),
    );
    if (!node) return null;
    const at = node.start + random.below(node.text.length - 1);
    return { xml: put(xml, at, at + 2, ''), what: `${xml.slice(at, at + 2)} out of ${node.text}` };
  },
  'a new sentence': (xml, random) => {
    const place = pickOf(random, bodyParagraphs(xml));
    if (!place) return null;
    const sentence = random.pick([
      '另有三个党组织尚未完成。',
      '个别乡镇工作滞后。',
      '下一步将追究责任。',
      '共走访２５次，覆盖二十五个村。',
      '县委已予以批评。',
    ]);
    const at = random.chance(0.5) ? place.end - '</w:p>'.length : place.end;
    return { xml: put(xml, at, at, at === place.end ? `<w:p>${run(sentence)}</w:p>` : run(sentence)), what: sentence };
  },
  'a paragraph less': (xml, random) => {
    const place = pickOf(random, bodyParagraphs(xml));
    return place && { xml: put(xml, place.start, place.end, ''), what: `without ${place.text.slice(0, 30)}` };
  },
  'a row less': (xml, random) => {
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].filter(([row]) => !row.includes('Imprint'));
    const row = pickOf(random, rows);
    if (!row || textNodes(row[0]).length < 2) return null;
    return {
      xml: put(xml, row.index, row.index + row[0].length, ''),
      what: `without a row ${textNodes(row[0])[1]!.text}`,
    };
  },
  'a paragraph again, without its controls and with another figure': (xml, random) => {
    const place = pickOf(
      random,
      bodyParagraphs(xml).filter(({ xml: inner }) => counted(inner).length > 0),
    );
    const figure = place && pickOf(random, counted(place.xml));
    if (!place || !figure) return null;
    const at = digits(figure.node.text)[0]!;
    const other = put(figure.node.text, at, at + 1, String((Number(figure.node.text[at]) % 9) + 1));
    const copy = flat(put(place.xml, figure.node.start, figure.node.end, other));
    return { xml: put(xml, place.end, place.end, copy), what: `${figure.node.text} to ${other} in a copy` };
  },
  'a picture less': (xml, random) => {
    const picture = pickOf(random, [...xml.matchAll(/<w:drawing>.*?<\/w:drawing>/gs)]);
    return picture && { xml: put(xml, picture.index, picture.index + picture[0].length, ''), what: 'no picture' };
  },
  'a picture for another': (xml, random) => {
    const found = [...xml.matchAll(/<w:drawing>.*?<\/w:drawing>/gs)];
    const [one, other] = [pickOf(random, found), pickOf(random, found)];
    if (!one || !other || one.index === other.index) return null;
    return { xml: put(xml, one.index, one.index + one[0].length, other[0]), what: 'one picture for another' };
  },
  'pictures in each other’s place': (xml) => {
    const [one, other] = [...xml.matchAll(/<w:drawing>.*?<\/w:drawing>/gs)];
    if (!one || !other) return null;
    const swapped = put(xml, other.index, other.index + other[0].length, one[0]);
    return { xml: put(swapped, one.index, one.index + one[0].length, other[0]), what: 'pictures swapped' };
  },
};
