import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardWords } from '@wallchart/charts/cards';
import { chartWords } from '@wallchart/charts';
import { formatDay, formatMonth, formatWanWithUnit, NONE } from '@wallchart/charts/format';
import { terms } from '@wallchart/charts/terms';
import { CAUSES } from '../../db/seeds/reference/causes.ts';
import { CHART_KINDS, KIND_FACTS } from '../../server/src/features/charts/index.ts';
import { METRICS } from '../../server/src/metrics/index.ts';
import * as engineWords from '../../server/src/metrics/words.ts';
import { tofuIn } from '../support/glyphs.ts';

/** Every text in a tree of words; phrases with a gap are filled with all figures. */
function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return textsIn((words as (gap: string) => unknown)('0123456789,.%'));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsIn) : [];
}

const register = (county: string): string =>
  readFileSync(new URL(`../../db/seeds/samples/data/divisions-${county}.csv`, import.meta.url), 'utf8').replaceAll(
    /[\r\n]/g,
    '',
  );

describe('the font of the pictures has a glyph for each character of', () => {
  it.each([
    ['the words in charts', [chartWords('zh-CN'), chartWords('en')]],
    ['the words of cards', [cardWords('zh-CN'), cardWords('en')]],
    ['the terms of the field', terms],
    [
      'metrics: labels, definitions, formulas',
      METRICS.map(({ label, definition, formula }) => [label, definition, formula]),
    ],
    ['states, kinds, grades, ways and sources', engineWords],
    ['causes', CAUSES.map(({ nameZh, nameEn }) => [nameZh, nameEn])],
    ['names of charts', CHART_KINDS.map((kind) => KIND_FACTS[kind].name)],
    [
      'figures and days',
      [NONE, '+−%', formatDay('2014-07-31', 'zh-CN'), formatMonth('2014-07', 'zh-CN'), formatWanWithUnit('1', 'zh-CN')],
    ],
    ['units of 仙游县', register('350322')],
    ['units of 深州市', register('131182')],
  ])('%s', (_what, words) => {
    const texts = textsIn(words);
    expect(texts.join('').length).toBeGreaterThan(5);
    expect(tofuIn(texts)).toEqual([]);
  });

  it('and would be found wanting for one that it lacks', () => {
    expect(tofuIn(['◈'])).toEqual(['◈']);
  });
});
