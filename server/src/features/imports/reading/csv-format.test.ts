import { describe, expect, it } from 'vitest';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { readSource, refusalOf, refusedOf } from '../../../../testing/imports/read-source.ts';

const folder = testFolder();

const HEADER = '编号,批次,单位代码,认定日期,主要情形,其他情形';
const cases = async (content: string | Buffer): Promise<unknown> =>
  (await readSource(await folder.file('台账.csv', content)))['台账'];

describe('the delimiter', () => {
  it.each([
    [',', ';'],
    [';', ','],
    ['\t', ','],
  ])('is that of the header, %j, however many %j stand in the texts', async (delimiter, other) => {
    const text = Array.from({ length: 9 }, (_, at) => `C0${at + 1}`).join(other);
    const line = ['001', 'K1', '350322100200', '2014-06-10', 'C09', `"${text}"`].join(delimiter);
    const title = `某县台账${other.repeat(20)}`;
    expect(await cases(`${title}\n${HEADER.replaceAll(',', delimiter)}\n${line}\n`)).toContainEqual([
      3,
      '001',
      'K1',
      '350322100200',
      '2014-06-10',
      'C09',
      text,
    ]);
  });

  it('is found beside quoted headers and units', async () => {
    const rows = (await cases('"编号";"批次";"单位 代码*"\n1,2,3,4;K1;9\n')) as unknown[];
    expect(rows[1]).toEqual([2, '1,2,3,4', 'K1', '9']);
  });

  it('is the one most used where no header is known', async () => {
    expect(await cases('a;b;c\n1;2,5;3\n')).toEqual([
      [1, 'a', 'b', 'c'],
      [2, '1', '2,5', '3'],
    ]);
  });
});

describe('the encoding', () => {
  const GBK = Buffer.from('bcd7b4e5', 'hex'); // 甲村
  const lines = (...all: (string | Buffer)[]): Buffer =>
    Buffer.concat(all.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));

  it.each(['utf16le', 'utf16be'])('is known by its header for %s without a mark', async (encoding) => {
    const bytes = Buffer.from(`${HEADER}\n001,K1\n`, 'utf16le');
    expect(await cases(encoding === 'utf16be' ? bytes.swap16() : bytes)).toEqual([
      [1, ...HEADER.split(',')],
      [2, '001', 'K1'],
    ]);
  });

  it('is refused with its line where one line is in another', async () => {
    for (const bad of [GBK, Buffer.concat([Buffer.from('1,2,'), GBK])]) {
      const refused = await refusedOf(
        await folder.file('台账.csv', lines(HEADER, '001,K1', '002,K1,甲村', bad, '004,K1,乙村')),
      );
      expect([refused?.problem, refused?.place.row, refused?.place.value]).toEqual([
        'BAD_ENCODING',
        4,
        expect.stringContaining('甲村'),
      ]);
      expect(refused?.words.zh).toContain('第4行');
    }
  });

  it.each(['\n', '\r\n', '\r'])('is refused with its line where lines end in %j', async (end) => {
    const bytes = Buffer.concat([Buffer.from(['a', 'b', ''].join(end)), Buffer.from([0xff, 0xff])]);
    expect((await refusedOf(await folder.file('x.csv', bytes)))?.place.row).toBe(3);
  });

  it('is GB 18030 all through', async () => {
    expect(await cases(lines('no,name', Buffer.concat([Buffer.from('1,'), GBK])))).toEqual([
      [1, 'no', 'name'],
      [2, '1', '甲村'],
    ]);
  });
});

describe('what stands after the end', () => {
  it.each([
    ['0x1A', '\u001a'],
    ['a zero byte', '\0'],
    ['a padded block', `\u001a${'\0'.repeat(9000)}`],
    ['0x1A and a line end', '\u001a\r\n'],
  ])('is skipped: %s', async (_, padding) => {
    expect(await cases(`${HEADER}\n001,K1\n${padding}`)).toEqual([
      [1, ...HEADER.split(',')],
      [2, '001', 'K1'],
    ]);
    expect(await cases(Buffer.from(`\ufeff${HEADER}\n001,K1\n${padding}`, 'utf16le'))).toHaveLength(2);
  });

  it('is no end within the text', async () => {
    expect(await cases('a,b\n1\u001a,2\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1\u001a', '2'],
    ]);
    expect(await refusalOf(await folder.file('zeros.csv', '\0'.repeat(1_500_000)))).toBe('BAD_CSV');
  });
});

it('reads ="001" as what it shows', async () => {
  expect(await cases('编号,批次\n="001","=""K1"""\n="a"&"b",=1\n')).toEqual([
    [1, '编号', '批次'],
    [2, '001', 'K1'],
    [3, '="a"&"b"', '=1'],
  ]);
});
