import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { documentToDocx } from '../index.ts';
import { figureBookmark } from '../figure-bookmark.ts';
import type { Block, OfficialDocument, Run } from '../official-document.ts';
import { buildDocx } from '../../../../testing/documents/build-docx.ts';
import { zhCircular } from '../../../../testing/documents/sample-documents.ts';
import { readDocx } from './read-docx.ts';

vi.setConfig({ testTimeout: 60_000 });

const textsOf = async (body: string): Promise<string[]> =>
  (await readDocx(buildDocx(body))).paragraphs.map(({ text }) => text);

const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (...inner: string[]): string => `<w:p>${inner.join('')}</w:p>`;
const control = (key: string, inner: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="a"/><w:tag w:val="${key}"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;

/** Without pictures, which take the longest. */
const plain: OfficialDocument = {
  ...zhCircular,
  blocks: zhCircular.blocks.filter(({ kind }) => kind !== 'picture'),
  annexes: zhCircular.annexes.slice(0, 1),
};

const runsOf = (block: Block): readonly Run[] =>
  'runs' in block ? block.runs : block.kind === 'table' ? block.rows.flat() : [];
const figuresOf = (document: OfficialDocument): (readonly [string, string])[] =>
  [...document.blocks, ...document.annexes.flatMap((annex) => annex.blocks)]
    .flatMap(runsOf)
    .flatMap(({ text, figure }) => (figure ? [[figure.key, text] as const] : []));

describe('what was written comes back', () => {
  test('every figure under its key, at its place in the text', async () => {
    const { paragraphs, digest } = await readDocx(await documentToDocx(plain));
    const figures = paragraphs.flatMap((each) => each.figures);
    expect(figures.map(({ key, text }) => [key, text])).toEqual(figuresOf(plain));
    expect(figures.length).toBeGreaterThan(60);
    for (const each of paragraphs) {
      for (const { start, end, text } of each.figures) expect(each.text.slice(start, end)).toBe(text);
    }
    expect(digest).toBe(plain.properties.digest);
  });

  test('headings with their levels, and what stands under them', async () => {
    const { paragraphs } = await readDocx(await documentToDocx(plain));
    const headings = paragraphs.filter(({ level }) => level !== null).map(({ text, level }) => [level, text]);
    expect(headings).toEqual([
      [1, '一、总体情况'],
      [2, '（一）领导力量进一步加强'],
      [3, '1. 配强村级班子'],
      [4, '（1）选派第一书记'],
      [1, '二、存在问题'],
      [1, '三、下一步要求'],
      [1, '软弱涣散基层党组织整顿情况一览表'],
    ]);
    expect(paragraphs.find(({ text }) => text.startsWith('一是'))?.under).toBe('二、存在问题');
  });

  test('cells with their table, row and column', async () => {
    const { paragraphs } = await readDocx(await documentToDocx(plain));
    const cell = paragraphs.find(({ figures }) => figures.some(({ key }) => key === 't.identified'));
    expect(cell?.cell).toEqual({ table: 0, row: 1, column: 1 });
    const last = paragraphs.find(({ figures }) => figures.some(({ key }) => key === 'row.59.days'));
    expect(last?.cell).toEqual({ table: 1, row: 60, column: 3 });
  });

  test('figures whose controls lost their tags are found by their bookmarks', async () => {
    const parts = unzipSync(await documentToDocx(plain));
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    parts['word/document.xml'] = strToU8(xml.replaceAll(/<w:sdtPr>.*?<\/w:sdtPr>/gu, '<w:sdtPr></w:sdtPr>'));
    const bytes = zipSync(parts);
    expect((await readDocx(bytes)).paragraphs.flatMap(({ figures }) => figures)).toEqual([]);
    const keys = figuresOf(plain).map(([key]) => key);
    const { paragraphs } = await readDocx(bytes, { keys });
    expect(paragraphs.flatMap(({ figures }) => figures.map(({ key, text }) => [key, text]))).toEqual(figuresOf(plain));
  });
});

describe('what programs do to a file on saving', () => {
  test('runs are split and joined, text is marked as language or as proofed', async () => {
    const split = paragraph(
      run('已完成'),
      '<w:proofErr w:type="spellStart"/>',
      control('n', run('3') + run('2')),
      run('个'),
    );
    const { paragraphs } = await readDocx(buildDocx(split));
    expect(paragraphs).toEqual([
      {
        text: '已完成32个',
        level: null,
        under: null,
        cell: null,
        style: null,
        figures: [{ key: 'n', text: '32', start: 3, end: 5 }],
        pictures: [],
      },
    ]);
  });

  test('tracked changes are taken as accepted', async () => {
    const inserted = `<w:ins w:id="1">${run('33')}</w:ins>`;
    const deleted = '<w:del w:id="2"><w:r><w:delText>32</w:delText></w:r></w:del>';
    const moved = `<w:moveFrom w:id="3">${run('旧')}</w:moveFrom><w:moveTo w:id="4">${run('新')}</w:moveTo>`;
    const { paragraphs } = await readDocx(buildDocx(paragraph(control('n', deleted + inserted), run('个'), moved)));
    expect(paragraphs[0]?.text).toBe('33个新');
    expect(paragraphs[0]?.figures).toEqual([{ key: 'n', text: '33', start: 0, end: 2 }]);
  });

  test('paragraphs whose mark was deleted are one, also at the end of the text', async () => {
    const mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    expect(await textsOf(paragraph(mark, run('上')) + paragraph(run('下')) + paragraph(mark, run('末')))).toEqual([
      '上下',
      '末',
    ]);
  });

  test('deleted rows are gone, merged cells keep the columns behind them in place', async () => {
    const cell = (text: string, span = 1): string =>
      `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraph(run(text))}</w:tc>`;
    const gone = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('旧')}</w:tr>`;
    const { paragraphs } = await readDocx(
      buildDocx(`<w:tbl>${gone}<w:tr>${cell('宽', 2)}${cell('窄')}</w:tr></w:tbl>`),
    );
    expect(paragraphs.map(({ text, cell: place }) => [text, place])).toEqual([
      ['宽', { table: 0, row: 1, column: 0 }],
      ['窄', { table: 0, row: 1, column: 2 }],
    ]);
  });

  test('a picture stands where its paragraph has it, with what it shows first', async () => {
    const picture =
      '<w:drawing><wp:docPr id="1" descr="完成率"/><a:blip r:embed="rId2"><a:ext><asvg:svgBlip r:embed="rId1"/></a:ext></a:blip></w:drawing>';
    const text = `<w:p>${run('前')}<w:r>${picture}</w:r><w:del w:id="3"><w:r>${picture}</w:r></w:del></w:p>`;
    const named = text.replace('<w:p>', '<w:p xmlns:wp="wp" xmlns:a="a" xmlns:r="r" xmlns:asvg="asvg">');
    const relationships = [1, 2, 3].map((id) => `<Relationship Id="rId${id}" Target="media/${id}.x"/>`).join('');
    const parts = {
      ...unzipSync(buildDocx(named)),
      'word/_rels/document.xml.rels': strToU8(`<Relationships>${relationships}</Relationships>`),
      'word/media/1.x': strToU8('<svg/>'),
      'word/media/2.x': strToU8('png'),
    };
    const [read] = (await readDocx(zipSync(parts))).paragraphs;
    expect(read?.pictures).toHaveLength(1);
    expect(read?.pictures[0]).toMatchObject({ at: 1, description: '完成率' });
    expect(read?.pictures[0]?.images.map(({ bytes }) => bytes.toString())).toEqual(['<svg/>', 'png']);
  });

  test('a text box is read once, although it is written twice', async () => {
    const box = `<w:txbxContent>${paragraph(run('框'))}</w:txbxContent>`;
    const both =
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(await textsOf(paragraph(run('前'), `<w:r>${both}</w:r>`, run('后')))).toEqual(['框', '前后']);
  });

  test('a control around whole paragraphs or cells marks their text', async () => {
    const { paragraphs } = await readDocx(buildDocx(control('n', paragraph(run('37')))));
    expect(paragraphs[0]?.figures).toEqual([{ key: 'n', text: '37', start: 0, end: 2 }]);
  });

  test('an emptied control is an empty figure; a placeholder is no text', async () => {
    const placeholder = control('n', run('单击此处输入')).replace('<w:alias', '<w:showingPlcHdr/><w:alias');
    const { paragraphs } = await readDocx(buildDocx(paragraph(run('共'), placeholder, control('m', ''), run('个'))));
    expect(paragraphs[0]).toMatchObject({
      text: '共个',
      figures: [
        { key: 'n', text: '' },
        { key: 'm', text: '' },
      ],
    });
  });

  test('fields give their result, not their code; tabs and breaks are kept', async () => {
    const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = char('begin') + run('REF x') + char('separate') + run('五') + char('end');
    const special =
      '<w:r><w:tab/><w:t>a</w:t><w:br/><w:noBreakHyphen/><w:br w:type="page"/><w:sym w:char="25C8"/></w:r>';
    expect(await textsOf(paragraph(field, special))).toEqual(['五\ta\n-◈']);
  });

  test('headings are known by their outline, whatever their style is called', async () => {
    const styles =
      '<w:style w:styleId="2"><w:name w:val="标题二"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
      '<w:style w:styleId="a"><w:name w:val="own"/><w:basedOn w:val="2"/></w:style>' +
      '<w:style w:styleId="b"><w:basedOn w:val="c"/></w:style><w:style w:styleId="c"><w:basedOn w:val="b"/></w:style>';
    const styled = (id: string): string => paragraph(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, run(id));
    const own = paragraph('<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', run('o'));
    const { paragraphs } = await readDocx(buildDocx(['2', 'a', 'b', 'none'].map(styled).join('') + own, { styles }));
    expect(paragraphs.map(({ level }) => level)).toEqual([2, 2, null, null, 1]);
  });

  test('a bookmark counts only where no control has its key', async () => {
    const name = figureBookmark('n');
    const marked = `<w:bookmarkStart w:id="7" w:name="${name}"/>${run('很多')}<w:bookmarkEnd w:id="7"/>`;
    const read = async (body: string) => (await readDocx(buildDocx(body), { keys: ['n'] })).paragraphs[0]?.figures;
    expect(await read(paragraph(marked, control('n', run('5'))))).toMatchObject([{ text: '5' }]);
    expect(await read(paragraph(marked, run('5')))).toMatchObject([{ text: '很多' }]);
  });
});

describe('what is refused', () => {
  const problem = async (bytes: Uint8Array): Promise<unknown> =>
    readDocx(bytes).then(
      () => 'read',
      (error: { code?: string; problem?: string }) => `${error.code} ${error.problem}`,
    );

  test('each with its reason', async () => {
    const text = paragraph(run('文'));
    const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
    const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml';
    const entity = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    expect(await problem(strToU8('<html>'))).toBe('DOCUMENT_REFUSED NOT_A_ZIP');
    expect(await problem(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toBe('DOCUMENT_REFUSED OLD_OR_LOCKED');
    expect(await problem(buildDocx(text).subarray(0, 300))).toBe('DOCUMENT_REFUSED NOT_A_ZIP');
    expect(await problem(zipSync({ 'a.txt': strToU8('a') }))).toBe('DOCUMENT_REFUSED NOT_A_DOCX');
    expect(await problem(buildDocx(text, { type: sheet }))).toBe('DOCUMENT_REFUSED NOT_A_DOCX');
    expect(await problem(buildDocx(text, { type: macros }))).toBe('DOCUMENT_REFUSED MACROS');
    expect(await problem(buildDocx('<w:p>'))).toBe('DOCUMENT_REFUSED BAD_XML');
    expect(await problem(buildDocx(text, { doctype: entity }))).toBe('DOCUMENT_REFUSED BAD_XML');
    expect(await problem(buildDocx('<w:sdt>'.repeat(600)))).toBe('DOCUMENT_REFUSED BAD_XML');
    expect(await problem(buildDocx(text))).toBe('read');
  });

  test('what unpacks to far more than it weighs', async () => {
    const spaces = buildDocx(`<w:p>${' '.repeat(17 * 1024 * 1024)}</w:p>`);
    expect(spaces.length).toBeLessThan(100_000);
    expect(await problem(spaces)).toBe('DOCUMENT_REFUSED ZIP_BOMB');
    expect(await problem(buildDocx('<w:p/>'.repeat(200_001)))).toBe('DOCUMENT_REFUSED TOO_LARGE');
  });
});
