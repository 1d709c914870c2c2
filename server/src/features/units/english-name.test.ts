import { expect, it } from 'vitest';
import { loadEnglishNames } from './english-name.ts';

it.each([
  ['仙游县', 'Xianyou County'],
  ['深州市', 'Shenzhou City'],
  ['鲤城街道', 'Licheng Subdistrict'],
  ['鲤南镇', 'Linan Town'],
  ['社硎乡', 'Shexing Township'],
  ['东山村', 'Dongshan Village'],
  ['莲墘社区', 'Lianqian Community'],
  ['西安市', "Xi'an City"],
  ['未具名村01', 'Unnamed Village 01'],
  ['深州监狱', 'Shenzhou Prison'],
  ['城市新区', 'Chengshi New Area'],
  ['东村', 'Dong Village'],
  ['吕村', 'Lü Village'],
  ['12组', '12zu'],
])('%s is %s', async (name, english) => {
  expect((await loadEnglishNames())(name)).toBe(english);
});
