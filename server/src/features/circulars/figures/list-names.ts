import { Big } from 'big.js';
import type { Lang } from '../../../graph/enums.ts';
import type { MetricValue } from '../../../metrics/index.ts';
import type { Activity } from '../../reports/index.ts';
import type { NamesBinding } from '../content/binding.ts';
import { marks, type CaseFacts } from './case-facts.ts';
import type { FigureData, Standing } from './figure-data.ts';
import { writeDay } from './write-day.ts';

/** A name on a list, and whether it stands there because of illustrative content. */
export interface ListedName {
  readonly name: string;
  readonly illustrative: boolean;
}

/** More names than this make no sentence; the table in the annex has them all. */
const MOST_NAMES = 30;

/** The names on a list in its order: towns as ranked, organisations as in the ledger, activities by day. */
export function listNames(data: FigureData, { list, unit }: NamesBinding): ListedName[] {
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
      return data.activities.filter(wasHeld).map((held) => nameOfActivity(held, subject.lang));
    case 'PLANNED':
      return data.activities.filter(({ planned }) => planned).map((plan) => nameOfActivity(plan, subject.lang));
  }
}

const nameOfUnit = ({ name, illustrative }: Standing): ListedName => ({ name, illustrative });

const nameOfCase = (facts: CaseFacts, columns: readonly string[]): ListedName => ({
  name: facts.name,
  illustrative: facts.nameIllustrative || columns.some((column) => marks(facts, column)),
});

/** A notice says that something is to be done, not that it was. */
const wasHeld = ({ planned, kind }: Activity): boolean => !planned && kind !== 'notice';

const nameOfActivity = ({ title, heldOn, planned, illustrative }: Activity, lang: Lang): ListedName => {
  const day = writeDay(heldOn, lang, 'monthDay');
  const behind = lang === 'zh' ? `${title}（${day}）` : `${title} (${day})`;
  return { name: planned ? behind : lang === 'zh' ? `${day}，${title}` : `${day}: ${title}`, illustrative };
};

const within = ({ row }: CaseFacts, unit: string | undefined): boolean =>
  unit === undefined || row.unitCode === unit || row.townCode === unit || row.countyCode === unit;

/** Below the average of the whole: compared by cross-multiplication, so that no rounding decides. */
function isBelow({ identified, rectified }: Standing, average: MetricValue | null): boolean {
  if (!average?.numerator || !average.denominator || identified === 0) return false;
  return new Big(rectified).times(average.denominator).lt(new Big(identified).times(average.numerator));
}

/** The names as a sentence has them: 甲、乙、丙, or activities with semicolons; what is too long for one ends in 等. */
export function joinNames(names: readonly ListedName[], { list }: NamesBinding, lang: Lang): string {
  const shown = names.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = names.length > shown.length;
  if (list === 'ACTIVITIES' || list === 'PLANNED') return shown.join(lang === 'zh' ? '；' : '; ');
  if (lang === 'zh') return shown.join('、');
  if (more || shown.length < 2) return shown.join(', ');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
