import { Big } from 'big.js';
import type { Lang } from '../../../domain/text.ts';
import type { MetricValue } from '../../../metrics/index.ts';
import { nameOfActivity, nameOfPractice } from './activity-words.ts';
import type { ListId, NamesBinding } from '../content/binding.ts';
import { marks, type CaseFacts } from './case-facts.ts';
import type { FigureData, Standing } from './figure-data.ts';
import type { ListedName } from './listed-name.ts';

/** More names than this make no sentence; the table in the annex has them all. */
const MOST_NAMES = 30;

/** The names on a list in its order: towns as ranked, organisations as in the ledger, activities by day. */
export function listNames(data: FigureData, { list, unit, ledBy }: NamesBinding): ListedName[] {
  const { subject } = data;
  const standings = () => data.standings(unit ?? subject.unit.code);
  const cases = (where: (facts: CaseFacts) => boolean, ...columns: string[]) =>
    data.outstanding.filter((facts) => within(facts, unit) && where(facts)).map((facts) => nameOfCase(facts, columns));
  switch (list) {
    case 'ALL_DONE':
      return standings()
        .filter(({ identified, outstanding }) => identified > 0 && outstanding === 0)
        .map(nameOfUnit);
    case 'BELOW_AVERAGE': {
      const average = data.metric({ metric: 'RECTIFICATION_RATE', unit }, 'now');
      return standings()
        .filter((standing) => isBelow(standing, average))
        .map(nameOfUnit);
    }
    case 'NO_CASE':
      return standings()
        .filter(({ identified }) => identified === 0)
        .map(nameOfUnit);
    case 'OUTSTANDING':
      return cases(() => true);
    case 'OVERDUE':
      return cases(({ row }) => row.overdue, 'deadline');
    case 'RELAPSED':
      return cases(({ row }) => row.state === 'relapsed');
    case 'ACCEPTED_PENDING':
      return cases(({ row }) => row.state === 'accepted');
    case 'ACTIVITIES':
      return data.activities
        .filter(({ status, ledBy: by }) => status === 'held' && (ledBy === undefined || ledBy === (by ?? 'none')))
        .flatMap((held) => nameOfActivity(held, subject.lang) ?? []);
    case 'PLANNED':
      return data.activities
        .filter(({ planned, passed }) => planned && !passed)
        .flatMap((plan) => nameOfActivity(plan, subject.lang) ?? []);
    case 'GOOD_PRACTICES':
      return data.practices.flatMap((practice) => nameOfPractice(practice, subject.lang) ?? []);
  }
}

const nameOfUnit = ({ name, illustrative }: Standing): ListedName => ({ name, illustrative });

const nameOfCase = (facts: CaseFacts, columns: readonly string[]): ListedName => ({
  name: facts.name,
  illustrative: facts.nameIllustrative || columns.some((column) => marks(facts, column)),
});

const within = ({ row }: CaseFacts, unit: string | undefined): boolean =>
  unit === undefined || row.unitCode === unit || row.townCode === unit || row.countyCode === unit;

/** Below the average of the whole: compared by cross-multiplication, so that no rounding decides. */
function isBelow({ identified, rectified }: Standing, average: MetricValue | null): boolean {
  if (!average?.numerator || !average.denominator || identified === 0) return false;
  return new Big(rectified).times(average.denominator).lt(new Big(identified).times(average.numerator));
}

const IN_SENTENCES: ReadonlySet<ListId> = new Set(['ACTIVITIES', 'PLANNED', 'GOOD_PRACTICES']);

/** The names as a sentence has them: 甲、乙、丙, or what was done with semicolons; a list that is too long tells how many it has in all. */
export function joinNames(names: readonly ListedName[], { list }: NamesBinding, lang: Lang): string {
  if (IN_SENTENCES.has(list)) return names.map(({ name }) => name).join(lang === 'zh' ? '；' : '; ');
  const shown = names.slice(0, MOST_NAMES).map(({ name }) => name);
  if (names.length > shown.length)
    return lang === 'zh'
      ? `${shown.join('、')}等${names.length}个`
      : `${shown.join(', ')} and others, ${names.length} in all`;
  if (lang === 'zh') return shown.join('、');
  if (shown.length < 2) return shown.join(', ');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
