import { addDays } from './days.ts';
import { dayAt, text } from './build-tree.ts';
import { inLife, put, take } from './site.ts';
import type { CountRow, FundRow } from './ledger.ts';
import type { UnitFactRecipe } from './recipe.ts';
import type { Site } from './site.ts';

const TEAM = [
  'vacancy',
  'vacancy_filled',
  'adjusted',
  'secretary_adjusted',
  'warning_talk',
  'attached',
  'reserve',
  'trained',
  'trained_away',
];
const SUPPORT = [
  'stationed_cadre',
  'twinned_unit',
  'first_secretary',
  'strong_village_pair',
  'branch_theme_day',
  'problem_helped',
];
const SOURCES = ['upper', 'county_town', 'village', 'other'] as const;
const WAYS = ['build', 'rebuild', 'repair'] as const;
const CLASSES = ['leading', 'general'] as const;
const COUNT_LIMIT = 40;
const HEADS_LIMIT = 9;
const HALF_RANGE = 4_000_000;

/** Hundredths of yuan as a decimal string. */
function yuan(amount: number): string {
  const sign = amount < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(amount) / 100);
  return `${sign}${whole}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
}

function pick<T>(list: readonly [T, ...T[]] | readonly T[], n: number): T {
  return list[n % list.length] as T;
}

/** Adds a fact of a county, town or village. */
export function buildUnitFact(site: Site, fact: UnitFactRecipe): void {
  const campaign = site.campaigns[fact.campaign % site.campaigns.length];
  if (campaign === undefined) return;
  const units = site.places.all.filter((code) => code.startsWith(campaign.unit_code));
  const unit = pick(units, fact.unit);
  const on = inLife(site, unit, dayAt(fact.day));
  const own = {
    campaign: campaign.campaign,
    unit_code: unit,
    effective_on: on,
    ...text(fact.stage, fact.illustrative),
  };
  if (fact.sheet === 'team' || fact.sheet === 'supports') count(site, fact, own, fact.sheet);
  else if (fact.sheet === 'venue_funds' || fact.sheet === 'project_funds') fund(site, fact, own, fact.sheet);
  else if (fact.sheet === 'venues') venue(site, fact, own);
  else if (fact.sheet === 'reports') report(site, fact, own);
  else yearly(site, fact, pick(site.places.all, fact.unit));
}

type Own = Pick<CountRow, 'campaign' | 'unit_code' | 'effective_on' | 'recorded_at' | 'superseded_at' | 'illustrative'>;

function count(site: Site, fact: UnitFactRecipe, own: Own, sheet: 'team' | 'supports'): void {
  const item = pick(sheet === 'team' ? TEAM : SUPPORT, fact.pick);
  if (!take(site, sheet, own.campaign, own.unit_code, item, own.effective_on)) return;
  const row: CountRow = { ...own, item, count: fact.amount % COUNT_LIMIT, at_least: fact.flag ?? false };
  put(site.ledger[sheet], row, fact.corrected, (corrected) => ({ count: corrected.amount % COUNT_LIMIT }));
}

function fund(site: Site, fact: UnitFactRecipe, own: Own, sheet: 'venue_funds' | 'project_funds'): void {
  const source = pick(SOURCES, fact.pick);
  if (!take(site, sheet, own.campaign, own.unit_code, source, own.effective_on)) return;
  const row: FundRow = { ...own, source, amount_yuan: yuan(fact.amount) };
  put(site.ledger[sheet], row, fact.corrected, (corrected) => ({ amount_yuan: yuan(corrected.amount) }));
}

function venue(site: Site, fact: UnitFactRecipe, own: Own): void {
  if (!take(site, 'venues', own.campaign, own.unit_code)) return;
  const estimate = (second: number | null): string | null => (second === null ? null : yuan(second));
  const done = fact.flag === true ? inLife(site, own.unit_code, addDays(own.effective_on, fact.pick * 9)) : null;
  const row = { ...own, way: pick(WAYS, fact.pick), estimate_yuan: estimate(fact.second), done_on: done };
  put(site.ledger.venues, row, fact.corrected, (corrected) => ({ estimate_yuan: estimate(corrected.second) }));
}

function report(site: Site, fact: UnitFactRecipe, own: Own): void {
  const period = `2014-${String((fact.pick % 12) + 1).padStart(2, '0')}`;
  if (!take(site, 'reports', own.campaign, own.unit_code, period)) return;
  const submitted = (second: number | null): string | null =>
    second === null ? null : inLife(site, own.unit_code, addDays(own.effective_on, (second % 21) - 10));
  const row = { ...own, period, submitted_on: submitted(fact.second) };
  put(site.ledger.reports, row, fact.corrected, (corrected) => ({ submitted_on: submitted(corrected.second) }));
}

function yearly(site: Site, fact: UnitFactRecipe, unit: string): void {
  const year = fact.pick > 9 ? 2013 : 2014;
  const own = { unit_code: unit, ...text(fact.stage, fact.illustrative) };
  const ofYear = { ...own, year, effective_on: `${year}-01-01` };
  if (fact.sheet === 'remuneration') {
    const cls = pick(CLASSES, fact.pick);
    const on = inLife(site, unit, dayAt(fact.day));
    if (!take(site, 'remuneration', unit, cls, on)) return;
    const pay = (amount: number, second: number | null) => ({
      before_yuan: yuan(amount),
      after_yuan: yuan(second ?? amount),
    });
    const heads = fact.amount % HEADS_LIMIT;
    const row = { ...own, class: cls, effective_on: on, headcount: heads, paid_on_time: fact.flag };
    put(site.ledger.remuneration, { ...row, ...pay(fact.amount, fact.second) }, fact.corrected, (corrected) =>
      pay(corrected.amount, corrected.second),
    );
  } else if (take(site, fact.sheet, unit, year)) {
    if (fact.sheet === 'economy') {
      const income = (amount: number): string =>
        yuan(Math.max(0, amount - HALF_RANGE) - (fact.flag === true ? 100 : 0));
      put(site.ledger.economy, { ...ofYear, income_yuan: income(fact.amount) }, fact.corrected, (corrected) => ({
        income_yuan: income(corrected.amount),
      }));
    } else {
      const row = {
        ...ofYear,
        due_yuan: fact.second === null ? null : yuan(fact.second),
        paid_yuan: yuan(fact.amount),
        paid_on: inLife(site, unit, dayAt(fact.day)),
      };
      put(site.ledger.operating_funds, row, fact.corrected, (corrected) => ({ paid_yuan: yuan(corrected.amount) }));
    }
  }
}
