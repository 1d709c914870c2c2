import { expect, test } from 'vitest';
import { titleLines } from './title-lines.ts';

const ROOM = 19;

test.each([
  [
    '关于2019年软弱涣散村党组织专项整顿工作11月份进展情况的通报',
    ['关于2019年软弱涣散村党组织', '专项整顿工作11月份进展情况的通报'],
  ],
  ['关于2014年软弱涣散基层党组织整顿工作7月份进展情况的通报', null],
  ['积石山保安族东乡族撒拉族自治县整顿软弱涣散基层党组织工作领导小组关于“回头看”进展情况的通报', null],
  ['各乡镇整顿进展情况表', ['各乡镇整顿进展情况表']],
  ['Progress of the Rectification of weak and lax grass-roots organisations', null],
])('%s', (title, lines) => {
  const broken = titleLines(title, ROOM);
  if (lines) expect(broken).toEqual(lines);
  expect(broken.join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
  for (const line of broken) {
    expect(line).not.toMatch(/^[、，。”》）的年月日县]|[“《（]$/);
    expect(line).not.toMatch(/(?:软弱涣?|专项?|整|(?<!小)组|领导小?|进|情|保|东|撒拉?|党)$/);
  }
});
