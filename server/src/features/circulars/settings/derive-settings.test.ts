import { expect, it } from 'vitest';
import type { Lang } from '../../../domain/text.ts';
import { deriveSettings, type Office } from './derive-settings.ts';

const COUNTY: Office = {
  unit: { code: '350322', name: '仙游县', level: 3 },
  above: null,
  childKinds: ['town'],
  hasResponsibleUnits: false,
  nameOf: (name) => name,
};

it.each([
  ['350322', '仙游县', 3, '仙委组', '市委组织部'],
  ['622927', '积石山保安族东乡族撒拉族自治县', 3, '积委组', '上级党委组织部'],
  ['429004', '仙桃市', 3, '仙委组', '省委组织部'],
  ['110108', '海淀区', 3, '海委组', '市委组织部'],
  ['3503', '莆田市', 2, '莆委组', '省委组织部'],
  ['4501', '南宁市', 2, '南委组', '自治区党委组织部'],
  ['350322110', '钟山镇', 4, '钟委', '上级党委组织部'],
  ['350322001', '鲤城街道', 4, '鲤工委', '上级党委组织部'],
] as const)('%s %s, of level %i: %s, copies to %s', (code, name, level, issuerCode, department) => {
  const settings = deriveSettings({ ...COUNTY, unit: { code, name, level } }, 'zh');
  expect(settings.issuerCode).toBe(issuerCode);
  expect(settings.copies).toMatch(new RegExp(`^${department}，`));
});

it.each([
  ['莆田市', 2, '市委组织部'],
  ['恩施土家族苗族自治州', 2, '州委组织部'],
  ['大兴安岭地区', 2, '地委组织部'],
  ['内蒙古自治区', 1, '自治区党委组织部'],
  ['湖北省', 1, '省委组织部'],
] as const)('copies go to the committee of %s', (name, level, department) => {
  expect(deriveSettings({ ...COUNTY, above: { name, level } }, 'zh').copies).toMatch(new RegExp(`^${department}，`));
});

it('addresses those who can answer', () => {
  const addressees = (office: Partial<Office>, lang: Lang = 'zh') =>
    deriveSettings({ ...COUNTY, ...office }, lang).addressees;
  expect(addressees({})).toBe('各乡镇党委');
  expect(addressees({ hasResponsibleUnits: true, childKinds: ['street', 'town'] })).toBe(
    '各乡镇（街道）党（工）委，县直有关单位党组（党委）',
  );
  expect(addressees({ unit: { code: '350322110', name: '钟山镇', level: 4 }, hasResponsibleUnits: true })).toBe(
    '各村（社区）党组织',
  );
  expect(addressees({ hasResponsibleUnits: true }, 'en')).toBe(
    'To the Party organisations of the towns and the units responsible',
  );
});
