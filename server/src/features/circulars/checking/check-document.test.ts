import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Finding } from './check-report.ts';
import { checkedCircular, expected, short } from '../../../../testing/circulars/checked-circular.ts';
import { editDocx, flatten, replaceWords, retype } from '../../../../testing/circulars/edit-docx.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let { docx, check, edited }: Awaited<ReturnType<typeof checkedCircular>> = {} as never;
beforeAll(async () => {
  ({ docx, check, edited } = await checkedCircular());
});

const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const behind =
  (key: string, text: string) =>
  (xml: string): string => {
    const at = xml.indexOf('</w:sdt>', xml.indexOf(`<w:tag w:val="${key}"/>`)) + '</w:sdt>'.length;
    return xml.slice(0, at) + run(text) + xml.slice(at);
  };
const before =
  (key: string, text: string) =>
  (xml: string): string => {
    const at = xml.lastIndexOf('<w:bookmarkStart', xml.indexOf(`<w:tag w:val="${key}"/>`));
    return xml.slice(0, at) + run(text) + xml.slice(at);
  };
const paragraphWith = (xml: string, text: string): [number, number] => {
  const at = xml.indexOf(text);
  return [xml.lastIndexOf('<w:p>', at), xml.indexOf('</w:p>', at) + '</w:p>'.length];
};

it('finds nothing in what no one edited', async () => {
  expect(await check(docx)).toEqual([]);
});

describe('around a figure', () => {
  it.each([
    ['a digit before it', before('rectified', '1'), 'FIGURE CHANGED 132 | 32'],
    ['a digit behind it', behind('rectified', '0'), 'FIGURE CHANGED 320 | 32'],
    ['a fraction', behind('rectified', '.5'), 'FIGURE CHANGED 32.5 | 32'],
    ['ten thousand', behind('rectified', '万'), 'FIGURE CHANGED 32万 | 32'],
    ['an estimate', before('rectified', '近'), 'FIGURE CHANGED 近32 | 32'],
    ['the words that it counts', replaceWords('信访矛盾集中', '无活动场所'), 'NAME CHANGED 无活动场所 | 信访矛盾集中'],
    ['a unit', flatten('rate', '86.5个百分点'), 'FIGURE CHANGED 86.5个百分点 | 86.5%'],
    ['a bound that is lost', retype('cadres', '500'), 'FIGURE CHANGED 500 | 500余'],
    ['a name of a list', retype('names', '榜头镇、平和镇'), 'FIGURE CHANGED 榜头镇、平和镇 | 榜头镇、平和镇、鲤南镇'],
    [
      'one more name',
      behind('names', '、枫亭镇'),
      'FIGURE CHANGED 榜头镇、平和镇、鲤南镇、枫亭镇 | 榜头镇、平和镇、鲤南镇',
    ],
    ['nothing left of it', retype('rectified', ''), 'FIGURE REMOVED  | 32'],
  ])('%s', async (_, edit, finding) => {
    const findings = await edited(edit);
    expect(short(findings)).toEqual([finding]);
    expect(findings[0]?.place).toMatch(/^(?:place of|一、)/);
  });

  it('says where it is, in the file and in words', async () => {
    expect(await edited(before('rectified', '1'))).toEqual([
      {
        weight: 'FIGURE',
        kind: 'CHANGED',
        key: 'rectified',
        paragraph: 6,
        sentence: '截至2014年7月31日，全县排查确定37个，已完成整顿132个，占86.5%。',
        says: '132',
        shouldSay: '32',
        place: 'place of rectified',
        note: null,
      },
    ]);
  });
});

it.each([
  ['五百多', 'cadres'],
  ['叁拾贰', 'rectified'],
  ['３２', 'rectified'],
  ['865‰', 'rate'],
  ['86.49 %', 'rate'],
  ['86.486%', 'rate'],
  ['百分之八十六点五', 'rate'],
  ['平和镇、鲤南镇和榜头镇', 'names'],
  ['2014-07-31', 'asOf'],
  ['430000元', 'gap'],
])('%s is silent, in its control or not', async (text, key) => {
  expect(await edited(retype(key, text))).toEqual([]);
  expect(await edited(flatten(key, text))).toEqual([]);
});

it.each(['86.48%', '86%', '87%', '86.4%'])('%s is not what was sealed as 86.5%', async (text) => {
  expect(short(await edited(retype('rate', text)))).toEqual([`FIGURE CHANGED ${text} | 86.5%`]);
});

describe('what stands around the text', () => {
  it.each([
    ['7月份', '8月份', '标题', 'HEAD CHANGED 8 | 7'],
    ['〔2014〕1号', '〔2014〕3号', '发文字号', 'HEAD CHANGED 3 | 1'],
    ['各乡镇党委', '各村党委', '主送机关', 'HEAD CHANGED 村 | 乡镇'],
    ['组织部文件', '宣传部文件', '发文机关标志', 'HEAD CHANGED 宣传 | 组织'],
    ['组织部办公室', '宣传部办公室', '版记', 'HEAD CHANGED 宣传 | 组织'],
    ['县委领导', '市委领导', '版记', 'HEAD CHANGED 市 | 县'],
    ['快2个<', '快5个<', '附件“进度”，图题', 'FIGURE CHANGED 5 | 2'],
    ['并列者同名次。', '并列者顺延。', '附件“进展情况表”，表注', 'WORDING CHANGED 顺延 | 同名次'],
  ])('%s became %s', async (words_, by, place, finding) => {
    const findings = await edited(replaceWords(words_, by));
    expect(short(findings)).toEqual([finding]);
    expect(findings[0]?.place).toBe(place);
  });
});

describe('a table', () => {
  it.each([
    ['a cell', flatten('town', '4'), 'FIGURE CHANGED 4 | 3'],
    ['a name', replaceWords('>鲤南镇<', '>鲤城镇<'), 'NAME CHANGED 鲤城镇 | 鲤南镇'],
    ['a dash for none', replaceWords('>-<', '>3<'), 'FIGURE CHANGED 3 | -'],
    ['a title', replaceWords('>认定数<', '>完成数<'), 'NAME CHANGED 完成数 | 认定数'],
  ])('%s', async (_, edit, finding) => {
    expect(short(await edited(edit))).toEqual([finding]);
  });

  it('a row less, a row more, rows in another order', async () => {
    const rowOf = (xml: string, text: string): [number, number] => {
      const at = xml.lastIndexOf(text);
      return [xml.lastIndexOf('<w:tr>', at), xml.indexOf('</w:tr>', at) + '</w:tr>'.length];
    };
    const without = (xml: string) => xml.slice(0, rowOf(xml, '鲤南镇')[0]) + xml.slice(rowOf(xml, '鲤南镇')[1]);
    expect(short(await edited(without))).toEqual(['FIGURE REMOVED  | 2 鲤南镇 2']);
    const row = (xml: string) => xml.slice(...rowOf(xml, '鲤南镇'));
    const more = (xml: string) => {
      const at = rowOf(xml, '赖店镇')[1];
      return xml.slice(0, at) + row(xml).replace('鲤南镇', '枫亭镇') + xml.slice(at);
    };
    expect(short(await edited(more))).toEqual(['FIGURE ADDED 2 枫亭镇 2 | ']);
    const turned = (xml: string) => {
      const at = rowOf(without(xml), '赖店镇')[1];
      return without(xml).slice(0, at) + row(xml) + without(xml).slice(at);
    };
    expect(await edited(turned)).toEqual([]);
  });
});

describe('sentences', () => {
  it('one that came in is listed, whatever its numbers are written in', async () => {
    expect(short(await edited(replaceWords('防止反弹。', '防止反弹。另有三个党组织尚未完成。')))).toEqual([
      'SENTENCE ADDED 另有三个党组织尚未完成。 | ',
    ]);
  });

  it('one that went is listed once', async () => {
    expect(short(await edited(replaceWords('要健全长效机制，防止反弹。', '')))).toEqual([
      'SENTENCE REMOVED  | 要健全长效机制，防止反弹。',
    ]);
  });

  it('one that says more has what came in', async () => {
    expect(short(await edited(replaceWords('防止反弹。', '防止反弹，再走访３轮。')))).toEqual([
      'FIGURE ADDED ，再走访３轮 | ',
    ]);
  });

  it('one that only moved, and other punctuation, weigh least', async () => {
    const moved = replaceWords(
      '要健全长效机制，防止反弹。挂钩领导要按规定次数走访。',
      '挂钩领导要按规定次数走访。要健全长效机制，防止反弹。',
    );
    expect((await edited(moved)).map(({ weight, kind }) => `${weight} ${kind}`)).toEqual(['FORM MOVED']);
    expect(short(await edited(replaceWords('机制，防止', '机制、防止')))).toEqual(['FORM CHANGED 、 | ，']);
  });

  it('a copy without controls and with another figure is compared with its twin', async () => {
    const copy = (xml: string) => {
      const [start, end] = paragraphWith(xml, '截至');
      const plain = xml
        .slice(start, end)
        .replaceAll(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(?:Content)?>|<w:bookmark[^>]*\/>/gs, '')
        .replace('>32<', '>33<');
      return xml.slice(0, end) + plain + xml.slice(end);
    };
    const findings = await edited(copy);
    expect(findings.map(({ weight, kind, note }) => [weight, kind, note])).toEqual([
      ['FIGURE', 'CHANGED', '“一、总体情况，第1段”的原句不是这样说的'],
      ['SENTENCE', 'ADDED', '与“一、总体情况，第1段”的句子重复'],
    ]);
    expect(findings[0]).toMatchObject({ says: '33', shouldSay: '32' });
  });

  it('one whose case is done should go; gone, it is no finding', async () => {
    const obsolete = expected.map((one) =>
      one.key === 'petitions' ? { ...one, obsolete: '该党组织已销号，本句应删去。' } : one,
    );
    expect(await check(docx, obsolete)).toMatchObject([
      { weight: 'FIGURE', kind: 'OBSOLETE', key: 'petitions', note: '该党组织已销号，本句应删去。' },
    ]);
    const without = editDocx(
      docx,
      (xml) => xml.slice(0, paragraphWith(xml, '从主要')[0]) + xml.slice(paragraphWith(xml, '从主要')[1]),
    );
    expect(await check(without, obsolete)).toEqual([]);
  });
});

it('words in a header, footer or note are found, page numbers are not', async () => {
  const parts = unzipSync(docx);
  const name = Object.keys(parts).find((part) => /^word\/footer\d\.xml$/.test(part))!;
  const footer = strFromU8(parts[name]!);
  const withFooter = (text: string): Promise<Finding[]> =>
    check(zipSync({ ...parts, [name]: strToU8(footer.replace('</w:p>', `${run(text)}</w:p>`)) }));
  expect(await withFooter('12')).toEqual([]);
  expect(await withFooter('内部资料')).toMatchObject([
    { weight: 'SENTENCE', kind: 'ADDED', says: expect.stringContaining('内部资料'), place: '页眉、页脚或脚注' },
  ]);
});
