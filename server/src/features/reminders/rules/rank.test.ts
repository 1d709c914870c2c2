import { describe, expect, it } from 'vitest';
import type { Subject } from '../../circulars/index.ts';
import type { Addressee } from './candidate.ts';
import { warningOf } from './rank.ts';

const within = (name: string, level: number, code: string): Subject => ({ unit: { name, level, code } }) as Subject;
const county = within('仙游县', 3, '350322');
const city = within('深州市', 3, '131182');
const town = within('游洋镇', 4, '350322111');
const to = (post: string, kind: Addressee['kind'] = 'LEADER', unitCode = '350322111'): Addressee => ({
  kind,
  post,
  illustrative: false,
  unitName: '',
  unitCode,
  county: '',
});

describe('an organisation department of a county is warned of', () => {
  it.each([
    ['县委常委、组织部部长', 'HEADS_ISSUER'],
    ['县委组织部长', 'HEADS_ISSUER'],
    ['县委书记', 'OUTRANKS'],
    ['县委副书记、县长', 'OUTRANKS'],
    ['县委常委、宣传部部长', 'OUTRANKS'],
    ['副县长', 'OUTRANKS'],
    ['县人大常委会副主任', 'OUTRANKS'],
    ['县政协副主席', 'OUTRANKS'],
    ['县人民检察院检察长', 'OUTRANKS'],
    ['市委副书记', 'OUTRANKS'],
    ['市水利局', 'OUTRANKS'],
  ])('%s: %s', (post, warning) => expect(warningOf(county, to(post))).toBe(warning));

  it.each(['县委组织部副部长', '县水利局', '县卫生局局长', '游洋镇党委副书记', '县委办公室副主任', '包村干部'])(
    'but not of %s',
    (post) => expect(warningOf(county, to(post))).toBeNull(),
  );

  it('nor of the towns below it, but of its own committee', () => {
    expect(warningOf(county, to('游洋镇党委书记', 'SECRETARY'))).toBeNull();
    expect(warningOf(county, to('仙游县委书记', 'SECRETARY', '350322'))).toBe('OUTRANKS');
  });

  it('where the county is a city (县级市)', () => {
    expect(warningOf(city, to('市委常委、组织部部长'))).toBe('HEADS_ISSUER');
    expect(warningOf(city, to('市政协副主席'))).toBe('OUTRANKS');
    expect(warningOf(city, to('市水务局局长'))).toBeNull();
  });
});

describe('a committee of a town is warned of', () => {
  it('its own secretary and those above it', () => {
    expect(warningOf(town, to('游洋镇党委书记', 'SECRETARY'))).toBe('HEADS_ISSUER');
    expect(warningOf(town, to('Secretary of the Party committee of 游洋镇', 'SECRETARY'))).toBe('HEADS_ISSUER');
    expect(warningOf(town, to('镇党委书记', 'TOWN_LEADER'))).toBe('HEADS_ISSUER');
    expect(warningOf(town, to('县政协副主席'))).toBe('OUTRANKS');
    expect(warningOf(town, to('县水利局', 'UNIT'))).toBe('OUTRANKS');
  });

  it('but not those below', () => {
    expect(warningOf(town, to('镇党委副书记', 'TOWN_LEADER'))).toBeNull();
    expect(warningOf(town, to('鲁头村党组织书记', 'SECRETARY', '350322111200'))).toBeNull();
  });
});
