import { expect, it } from 'vitest';
import { placeName } from './place-name.ts';
import { cell, readData } from './read-csv.ts';

it.each([
  ['东山村委会', '东山村'],
  ['唐奉村民委员会', '唐奉村'],
  ['耿村村民委员会', '耿村'],
  ['东北黄龙一村民委员会', '东北黄龙一村'],
  ['莲墘社区居委会', '莲墘社区'],
  ['蜚山社区居民委员会', '蜚山社区'],
  ['城市新区虚拟社区', '城市新区虚拟社区'],
  ['大济镇', '大济镇'],
])('calls %s %s', (registered, place) => {
  expect(placeName(registered)).toBe(place);
});

it.each(['divisions-350322.csv', 'divisions-131182.csv'])(
  'gives every place of %s a name of its own in its town',
  async (file) => {
    const units = await readData(file);
    const names = units.map((unit) => `${cell(unit, 'parent_code')} ${placeName(cell(unit, 'name'))}`);
    expect(new Set(names).size).toBe(units.length);
    for (const unit of units) {
      const name = placeName(cell(unit, 'name'));
      expect(name).not.toMatch(/委员会|委会|村村$|^村$/u);
      if (cell(unit, 'kind') === 'village') expect(name).toMatch(/.村$/u);
      if (cell(unit, 'kind') === 'community') expect(name).toMatch(/.社区$/u);
    }
  },
);
