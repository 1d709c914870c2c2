import { CAUSES } from '@wallchart/db';
import { describe, expect, it } from 'vitest';
import { columnOf, sheetOf } from '../../../ledger/sheets/index.ts';
import { Causes } from './causes.ts';
import { cellParser, isFault } from './cell-parser.ts';

const causes = new Causes(CAUSES.map(({ code, nameZh, nameEn }) => ({ code, zh: nameZh, en: nameEn })));

function read(key: string, text: string): string | null {
  const sheet = sheetOf('cases')!;
  const parsed = cellParser(sheet, columnOf(sheet, key)!, { causes })(text);
  return isFault(parsed) ? `! ${parsed.code} ${parsed.expected.zh.slice(5, 15).trim()}` : parsed;
}

describe('causes', () => {
  it.each([
    ['C09', 'C09'],
    ['c09', 'C09'],
    ['Ｃ０９', 'C09'],
    ['信访矛盾集中', 'C09'],
    ['C09 信访矛盾集中', 'C09'],
    ['C09信访矛盾集中', 'C09'],
    ['C09、信访矛盾集中', 'C09'],
    ['信访矛盾集中（C09）', 'C09'],
    ['Petitions and disputes', 'C09'],
    ['书记长期缺职（超过三个月）', 'C02'],
    ['书记长期缺职', 'C02'],
    ['班子不团结、内耗严重', 'C04'],
    ['班子不团结，内耗严重', 'C04'],
    ['涉黑涉恶、"村霸"', 'C11'],
    ['C77', 'C77'],
    ['C09 集体经济薄弱', '! BAD_WORD C01 班子配备不齐'],
    ['信访', '! BAD_WORD C01 班子配备不齐'],
    ['C09、C13', '! BAD_WORD C01 班子配备不齐'],
  ])('reads %s as the primary cause %s', (text, code) => expect(read('primary_cause', text)).toBe(code));

  it.each([
    ['C14；C13', '{C13,C14}'],
    ['c14、c13', '{C13,C14}'],
    ['C14 C13', '{C13,C14}'],
    ['C14/C13', '{C13,C14}'],
    ['集体经济薄弱、班子不团结、内耗严重、信访矛盾集中', '{C04,C09,C14}'],
    ['C14 集体经济薄弱；C04 班子不团结、内耗严重', '{C04,C14}'],
    ['C77', '{C77}'],
    ['集体经济薄弱、班子不团结', '! BAD_LIST C01 班子配备不齐'],
  ])('reads %s as the other causes %s', (text, codes) => expect(read('other_causes', text)).toBe(codes));

  it('are looked for in a long text without delay', () => {
    const started = performance.now();
    expect(read('other_causes', '信,'.repeat(16_000))).toMatch(/BAD_LIST/);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
