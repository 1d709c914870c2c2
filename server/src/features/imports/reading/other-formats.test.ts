import { describe, expect, it } from 'vitest';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { readSource, refusedOf } from '../../../../testing/imports/read-source.ts';

const folder = testFolder();

describe('files of other kinds', () => {
  const ole = (name: string): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);
  it.each<[string, () => Promise<string>, string, string]>([
    ['Numbers', () => folder.zip({ 'Index/Document.iwa': 'x', 'Data/a.txt': 'x' }), 'NOT_A_WORKBOOK', '导出为 Excel'],
    [
      'OpenDocument',
      () => folder.zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }),
      'NOT_A_WORKBOOK',
      '.ods',
    ],
    ['xlsb', () => folder.zip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }), 'NOT_A_WORKBOOK', '.xlsb'],
    ['Word', () => folder.zip({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'NOT_A_WORKBOOK', '文字文档'],
    ['old Word', () => folder.file('a.doc', ole('WordDocument')), 'NOT_A_WORKBOOK', '文字文档'],
    ['WPS', () => folder.file('a.et', ole('Workbook')), 'OLD_EXCEL', '.et'],
    [
      'a zip with the workbook',
      () => folder.zip({ '上报/甲县.xlsx': 'x', 'a.csv': 'a' }),
      'HOLDS_WORKBOOK',
      '甲县.xlsx',
    ],
    ['a zip with a zip', () => folder.zip({ 'a.zip': 'x' }), 'HOLDS_WORKBOOK', '另一个压缩包'],
    ['RAR', () => folder.file('a.rar', 'Rar!\x1a\x07\x01\x00'), 'NOT_A_WORKBOOK', '解压'],
  ])('are named for what they are: %s', async (_, write, problem, words) => {
    const refused = await refusedOf(await write());
    expect([refused?.problem, refused?.words.zh]).toEqual([problem, expect.stringContaining(words)]);
  });

  it('skips what macOS and an open Excel put beside the files', async () => {
    const path = await folder.zip({ '台账.csv': '编号,批次\n1,2', '__MACOSX/._甲.xlsx': 'x', '~$甲.xlsx': 'x' });
    expect(Object.keys(await readSource(path))).toEqual(['台账']);
  });
});
