import { beforeAll, describe, expect, test, vi } from 'vitest';
import { all, attributesAt, partsOf, xmlTree, type XmlElement } from '../../../../testing/documents/xml-tree.ts';
import { enCircular, zhCircular, zhLetter } from '../../../../testing/documents/sample-documents.ts';
import { documentToDocx } from './to-docx.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let parts: ReadonlyMap<string, string>;
let body: XmlElement;
let styles: XmlElement;
let paragraphs: XmlElement[];

const part = (name: string): XmlElement => xmlTree(parts.get(name) ?? '');
const style = (id: string): XmlElement | undefined =>
  all(styles, 'style').find(({ attributes }) => attributes['styleId'] === id);
const styleOf = (paragraph: XmlElement): string | undefined => attributesAt(paragraph, 'pPr', 'pStyle')['val'];
const styled = (id: string): XmlElement[] => paragraphs.filter((paragraph) => styleOf(paragraph) === id);
const fonts = (id: string) => attributesAt(style(id), 'rPr', 'rFonts');
const halfPoints = (id: string): string | undefined => attributesAt(style(id), 'rPr', 'sz')['val'];
const spacing = (id: string) => attributesAt(style(id), 'pPr', 'spacing');
const indent = (id: string) => attributesAt(style(id), 'pPr', 'ind');
const twips = (mm: number): number => (mm / 25.4) * 1440;
/** 28.95 pt in twips, the pitch of 22 lines on 225 mm. */
const PITCH = '579';

async function open(document: Parameters<typeof documentToDocx>[0]): Promise<void> {
  parts = partsOf(await documentToDocx(document));
  body = part('word/document.xml');
  styles = part('word/styles.xml');
  paragraphs = all(body, 'p');
}

describe('a circular in the layout of GB/T 9704-2012', () => {
  beforeAll(() => open(zhCircular));

  test('5.2.1: A4; margins of 37, 26, 35 and 28 mm', () => {
    const [section] = all(body, 'sectPr');
    expect(attributesAt(section, 'pgSz')).toMatchObject({ w: '11906', h: '16838' });
    const margins = attributesAt(section, 'pgMar');
    for (const [side, mm] of Object.entries({ top: 37, right: 26, bottom: 35, left: 28 })) {
      expect(Math.abs(Number(margins[side]) - twips(mm))).toBeLessThan(1);
    }
  });

  test('5.2.2: text is 3号 (16 pt) 仿宋', () => {
    expect(attributesAt(styles, 'styles', 'docDefaults', 'rPrDefault', 'rPr', 'rFonts')).toMatchObject({
      eastAsia: '仿宋_GB2312',
      ascii: 'Times New Roman',
    });
    expect(halfPoints('Normal')).toBe('32');
  });

  test('5.2.3: 22 lines of 28 characters', () => {
    expect(attributesAt(all(body, 'sectPr')[0], 'docGrid')).toEqual({ type: 'lines', linePitch: PITCH });
    expect(spacing('DocumentText')).toMatchObject({ line: PITCH, lineRule: 'exact', before: '0', after: '0' });
    expect(22 * 579).toBeLessThanOrEqual(twips(225));
    const closer = Number(attributesAt(style('Normal'), 'rPr', 'spacing')['val']);
    const character = 16 * 20 + closer;
    expect(28 * character).toBeLessThanOrEqual(twips(156));
    expect(29 * character).toBeGreaterThan(twips(156));
  });

  test('7.2.4: the masthead is red 小标宋, 35 mm below the upper edge of the type area', () => {
    expect(fonts('Masthead')['eastAsia']).toBe('方正小标宋简体');
    expect(attributesAt(style('Masthead'), 'rPr', 'color')['val']).toBe('C00000');
    const [masthead] = styled('Masthead');
    expect(masthead?.text).toBe('中共仙游县委组织部文件');
    // Its characters: a line has some room above them.
    const above = 0.13 * (Number(attributesAt(masthead, 'r', 'rPr', 'sz')['val']) / 2) * 20;
    const before = Number(attributesAt(masthead, 'pPr', 'spacing')['before']);
    expect(Math.abs(before + above - twips(35))).toBeLessThan(1);
    expect(attributesAt(masthead, 'r', 'rPr', 'w')['val'] ?? '100').toBe('100');
    expect(attributesAt(style('Masthead'), 'pPr', 'jc')['val']).toBe('center');
  });

  test('7.2.5 and 7.2.7: the number two lines below; a red rule 4 mm under it', () => {
    const [number] = styled('DocumentNumber');
    const size = Number(attributesAt(styled('Masthead')[0], 'r', 'rPr', 'sz')['val']) / 2;
    expect(Number(attributesAt(number, 'pPr', 'spacing')['before'])).toBeCloseTo(2 * 579 - 0.16 * size * 20, -1);
    const rule = attributesAt(style('DocumentNumber'), 'pPr', 'pBdr', 'bottom');
    expect(rule).toMatchObject({ val: 'single', color: 'C00000', space: '5' });
    expect(styled('DocumentNumber')[0]?.text).toBe('仙委组〔2014〕12号');
  });

  test('7.3.1: the title is 2号 (22 pt) 小标宋, centred, two lines below the rule', () => {
    expect(fonts('Title')['eastAsia']).toBe('方正小标宋简体');
    expect(halfPoints('Title')).toBe('44');
    expect(attributesAt(style('Title'), 'pPr', 'jc')['val']).toBe('center');
    expect(spacing('Title')['before']).toBe(String(2 * 579));
    expect(all(styled('Title')[0]!, 'br')).toHaveLength(1);
  });

  test('7.3.2: addressees one line below, flush left, with a full-width colon', () => {
    expect(spacing('Title')['after']).toBe(PITCH);
    expect(indent('Addressees')).toEqual({});
    expect(styled('Addressees')[0]?.text).toMatch(/：$/);
  });

  test('7.3.3: first lines two characters in; 黑体, 楷体, 仿宋, 仿宋, none bold', () => {
    for (const id of ['DocumentText', 'Heading1', 'Heading2', 'Heading3', 'Heading4']) {
      expect(indent(id)).toMatchObject({ firstLineChars: '200' });
    }
    expect(['Heading1', 'Heading2', 'Heading3', 'Heading4'].map((id) => fonts(id)['eastAsia'])).toEqual([
      '黑体',
      '楷体_GB2312',
      '仿宋_GB2312',
      '仿宋_GB2312',
    ]);
    for (const [index, id] of ['Heading1', 'Heading2', 'Heading3', 'Heading4'].entries()) {
      expect(halfPoints(id)).toBe('32');
      expect(attributesAt(style(id), 'rPr', 'b')['val']).toBe('false');
      expect(attributesAt(style(id), 'pPr', 'outlineLvl')['val']).toBe(String(index));
    }
  });

  test('7.3.4: the note on annexes one line below the text, titles under each other', () => {
    const notes = styled('AnnexNote');
    expect(notes.map(({ text }) => text)).toEqual(['附件：1. 软弱涣散基层党组织整顿情况一览表', '2. 各乡镇完成率']);
    expect(notes.map((note) => attributesAt(note, 'pPr', 'spacing')['before'])).toEqual([PITCH, '0']);
    const [first, second] = notes.map((note) => attributesAt(note, 'pPr', 'ind'));
    expect(first?.['left']).toBe(second?.['left']);
    expect(Number(first?.['left']) - Number(first?.['hanging'])).toBeCloseTo(2 * twips(156 / 28), -1);
  });

  test('7.3.5: the date in unpadded figures four characters from the right, the issuer centred over it', () => {
    const [issuer, date] = [styled('Issuer')[0], styled('IssueDate')[0]];
    expect(date?.text).toBe('2014年7月31日');
    expect(styleOf(issuer!)).toBe('Issuer');
    const right = (paragraph: XmlElement | undefined): number =>
      Number(attributesAt(paragraph, 'pPr', 'ind')['right']) / twips(156 / 28);
    expect(right(date)).toBeCloseTo(4, 1);
    // 9 characters over 3 and 7 half ones with a quarter between scripts.
    expect(right(issuer) + 9 / 2).toBeCloseTo(right(date) + (3 + 3.5 + 1.25) / 2, 1);
    expect(style('Issuer')?.children.some(({ children }) => children.some(({ name }) => name === 'keepNext'))).toBe(
      true,
    );
  });

  test('7.3.6 and 7.3.7: the remark below the date; each annex on a new page, its mark flush left in 黑体', () => {
    expect(styled('Remark').map(({ text }) => text)).toEqual(['（标有◈的为说明性数据，原始材料没有给出。）']);
    const marks = styled('AnnexMark');
    expect(marks.map(({ text }) => text)).toEqual(['附件1', '附件2']);
    for (const mark of marks) expect(mark.children[0]?.children.map(({ name }) => name)).toContain('pageBreakBefore');
    expect(fonts('AnnexMark')['eastAsia']).toBe('黑体');
  });

  test('7.4: the imprint in 4号 (14 pt) 仿宋 at the foot, between rules of 0.35 and 0.25 mm', () => {
    const imprint = all(body, 'tbl').at(-1);
    expect(halfPoints('Imprint')).toBe('28');
    const rule = (side: string): number => Number(attributesAt(imprint, 'tblPr', 'tblBorders', side)['sz']) / 8;
    const mm = (points: number): number => (points / 72) * 25.4;
    expect(mm(rule('top'))).toBeCloseTo(0.35, 1);
    expect(mm(rule('bottom'))).toBeCloseTo(0.35, 1);
    expect(mm(rule('insideH'))).toBeCloseTo(0.25, 1);
    expect(rule('top')).toBeGreaterThan(rule('insideH'));
    expect(attributesAt(imprint, 'tblPr', 'tblpPr')).toMatchObject({ vertAnchor: 'margin', tblpYSpec: 'bottom' });
    expect(all(imprint!, 'p').map(({ text }) => text)).toEqual([
      '抄送：市委组织部，县委、县政府领导同志，县委各部门，县直各单位。',
      '中共仙游县委组织部办公室',
      '2014年7月31日印发',
    ]);
  });

  test('7.5: page numbers in 4号 宋体 between dashes, odd right and even left, one character in', () => {
    const settings = part('word/settings.xml');
    expect(all(settings, 'evenAndOddHeaders')).toHaveLength(1);
    const references = all(body, 'footerReference').map(({ attributes }) => attributes);
    const relations = all(part('word/_rels/document.xml.rels'), 'Relationship');
    const footer = (type: string): XmlElement => {
      const id = references.find((each) => each['type'] === type)?.['id'];
      return part(`word/${relations.find(({ attributes }) => attributes['Id'] === id)?.attributes['Target']}`);
    };
    const [odd, even] = [all(footer('default'), 'p')[0], all(footer('even'), 'p')[0]];
    expect(attributesAt(odd, 'pPr', 'jc')['val']).toBe('right');
    expect(attributesAt(odd, 'pPr', 'ind')).toEqual({ right: '280' });
    expect(attributesAt(even, 'pPr', 'jc')['val']).toBe('left');
    expect(attributesAt(even, 'pPr', 'ind')).toEqual({ left: '280' });
    expect(odd?.text).toMatch(/^— .* —$/);
    expect(all(odd!, 'instrText')[0]?.text).toBe('PAGE');
    expect(halfPoints('PageNumber')).toBe('28');
    expect(fonts('PageNumber')).toMatchObject({ eastAsia: '宋体', ascii: '宋体' });
    // Its line begins 7 mm below the type area.
    const margin = attributesAt(all(body, 'sectPr')[0], 'pgMar');
    expect(Number(margin['bottom']) - Number(margin['footer']) - 14 * 1.2 * 20).toBeCloseTo(twips(7), -1);
  });

  test('tables are as wide as the type area, repeat their header and split no row', () => {
    const [small, long] = all(body, 'tbl');
    for (const table of [small!, long!]) {
      const widths = all(table, 'gridCol').map(({ attributes }) => Number(attributes['w']));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8845);
      const rows = all(table, 'tr');
      const withName = (name: string): number => rows.filter((row) => all(row, name).length > 0).length;
      expect(withName('tblHeader')).toBe(1);
      expect(all(rows[0]!, 'tblHeader')).toHaveLength(1);
      expect(withName('cantSplit')).toBe(rows.length);
    }
    expect(all(long!, 'tr')).toHaveLength(61);
  });

  test('pictures are PNG with an SVG beside it, 156 mm wide, with words for who does not see them', () => {
    const drawings = all(body, 'drawing');
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) {
      const [extent] = all(drawing, 'extent');
      expect(Number(extent?.attributes['cx']) / 36_000).toBeCloseTo(156, 0);
      expect(all(drawing, 'docPr')[0]?.attributes['descr']).toMatch(/完成率/);
      expect(all(drawing, 'svgBlip')).toHaveLength(1);
    }
    const media = [...parts.keys()].filter((name) => name.startsWith('word/media/'));
    expect(media).toHaveLength(2);
    expect(new Set(media.map((name) => name.split('.').at(-1)))).toEqual(new Set(['png', 'svg']));
  });

  test('no line begins with the mark of what is illustrative, nor with what Word keeps from there itself', () => {
    const [kept] = all(part('word/settings.xml'), 'noLineBreaksBefore');
    expect(kept?.attributes['lang']).toBe('zh-CN');
    for (const character of '◈，。）、；：！？%>') expect(kept?.attributes['val']).toContain(character);
  });

  test('every figure is a content control with its key and definition', () => {
    const controls = all(body, 'sdtPr').map((control) => [
      attributesAt(control, 'tag')['val'],
      attributesAt(control, 'alias')['val'],
    ]);
    expect(controls).toContainEqual(['rectified.share', '已完成整顿数除以认定数']);
    expect(new Set(all(body, 'sdtPr').map((control) => attributesAt(control, 'id')['val'])).size).toBe(controls.length);
  });

  test('fonts name their likes for machines without them', () => {
    const alternates = Object.fromEntries(
      all(part('word/fontTable.xml'), 'font').map((font) => [
        font.attributes['name'],
        attributesAt(font, 'altName')['val']?.split(',') ?? [],
      ]),
    );
    expect(alternates['仿宋_GB2312']).toEqual(expect.arrayContaining(['仿宋', 'FangSong']));
    expect(alternates['楷体_GB2312']).toEqual(expect.arrayContaining(['楷体', 'KaiTi']));
    expect(alternates['方正小标宋简体']).toEqual(expect.arrayContaining(['宋体', 'SimSun']));
    const used = new Set(all(styles, 'rFonts').flatMap(({ attributes }) => Object.values(attributes)));
    for (const font of used) expect(Object.keys(alternates)).toContain(font);
  });

  test('the file says what it is, and knows no time but its own', () => {
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>关于全县软弱涣散基层党组织整顿工作进展情况的通报</dc:title>');
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2014-07-31T09:20:00Z', '2014-07-31T09:20:00Z']);
    expect(parts.get('docProps/custom.xml')).toContain(zhCircular.properties.digest);
  });
});

test('a draft says so on every page and in the place of the number', async () => {
  await open({ ...zhCircular, draft: true, number: null });
  expect(styled('DocumentNumber').map(({ text }) => text)).toEqual(['草稿']);
  const headers = [...parts.keys()].filter((name) => /^word\/header\d/.test(name)).map((name) => part(name).text);
  expect(headers).toEqual(['草稿　未编号、未印发', '草稿　未编号、未印发']);
});

test('10.1: a letter has its masthead 30 mm from the edge, over a double rule, and no number on its first page', async () => {
  await open(zhLetter);
  const [section] = all(body, 'sectPr');
  expect(all(section!, 'titlePg')).toHaveLength(1);
  expect(Math.abs(Number(attributesAt(section, 'pgMar')['header']) - twips(30))).toBeLessThan(1);
  const first = [...parts.keys()].filter((name) => /^word\/(?:header|footer)\d/.test(name)).map(part);
  const head = first.find(({ text }) => text.includes('中共仙游县委组织部'));
  expect(head?.text).toContain('仙委组提〔2014〕3号');
  expect(all(head!, 'bottom').map(({ attributes }) => attributes['val'])).toEqual(['thickThinSmallGap']);
  expect(
    first.filter((each) => all(each, 'bottom').some(({ attributes }) => attributes['val'] === 'thinThickSmallGap')),
  ).toHaveLength(1);
});

test('the English edition is set in Latin fonts, without the grid of Chinese characters', async () => {
  await open(enCircular);
  expect(attributesAt(styles, 'styles', 'docDefaults', 'rPrDefault', 'rPr', 'rFonts')['ascii']).toBe('Times New Roman');
  expect(halfPoints('Normal')).toBe('24');
  expect(attributesAt(style('DocumentText'), 'pPr', 'jc')['val']).toBe('both');
  expect(styled('DocumentNumber')[0]?.text).toBe('No. 12 [2014]');
  expect(styled('IssueDate')[0]?.text).toBe('31 July 2014');
  expect(styled('Addressees')[0]?.text).toMatch(/[^：]:$/);
});
