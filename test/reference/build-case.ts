import { addDays } from './days.ts';
import { dayAt, text } from './build-tree.ts';
import { inLife, put, take, villagesOf } from './site.ts';
import type { CaseRow, Dated, TransitionRow } from './ledger.ts';
import type { CaseFactRecipe, CaseRecipe } from './recipe.ts';
import type { Site } from './site.ts';

const LIFE: readonly TransitionRow['state'][] = [
  'planned',
  'rectifying',
  'submitted',
  'accepted',
  'struck_off',
  'consolidating',
  'relapsed',
];
const LIFE_WITH_BOUNCE: readonly TransitionRow['state'][] = [
  'planned',
  'rectifying',
  'submitted',
  'rectifying',
  ...LIFE.slice(2),
];
const ROLES = ['leader', 'leader', 'unit', 'working_group'] as const;
const AREAS = ['people', 'place', 'money', 'rules'] as const;
const KINDS = ['ballot', 'group', 'city', 'self'] as const;
const GRADES = ['good', 'fairly_good', 'average', 'poor'] as const;

/** Adds a case with its life and what was said of it. */
export function buildCase(site: Site, recipe: CaseRecipe, n: number): void {
  const campaign = site.campaigns[recipe.campaign % site.campaigns.length];
  const villages = campaign === undefined ? [] : villagesOf(site, campaign);
  const at = (index: number): string => villages[index % villages.length] ?? '';
  if (campaign === undefined || villages.length === 0) return;
  const caught = recipe.corrected === null ? at(recipe.village) : at(recipe.corrected.village);
  const alive = (day: string): string => inLife(site, caught, inLife(site, at(recipe.village), day));
  const identified = alive(dayAt(recipe.day));
  const limit = (days: number | null): string | null => (days === null ? null : addDays(identified, days));
  const row: CaseRow = {
    case_no: `K-${n + 1}`,
    campaign: campaign.campaign,
    unit_code: at(recipe.village),
    effective_on: identified,
    primary_cause: recipe.causes[0] ?? 'C99',
    other_causes: recipe.causes.slice(1),
    deadline: limit(recipe.deadline),
    ...text(recipe.stage, recipe.illustrative),
  };
  put(site.ledger.cases, row, recipe.corrected, (corrected) => ({
    unit_code: at(corrected.village),
    primary_cause: corrected.causes[0] ?? 'C99',
    other_causes: corrected.causes.slice(1),
    deadline: limit(corrected.deadline),
  }));
  buildLife(site, recipe, row, alive);
  for (const [i, fact] of recipe.facts.entries()) buildFact(site, row, fact, i, { alive, recipe });
}

function buildLife(site: Site, recipe: CaseRecipe, row: CaseRow, alive: (day: string) => string): void {
  const life = recipe.bounce ? LIFE_WITH_BOUNCE : LIFE;
  let day = row.effective_on;
  let stage = recipe.stage;
  for (const [i, step] of recipe.steps.entries()) {
    const state = life[i];
    if (state === undefined) return;
    const back = recipe.bounce && i === 3;
    const next = alive(addDays(day, back ? Math.max(1, step.gap) : step.gap));
    if (back && next === day) return;
    if (!take(site, 'transitions', row.case_no, state, next)) return;
    day = next;
    stage = Math.max(stage, step.stage);
    const made: TransitionRow = { case_no: row.case_no, state, effective_on: day, ...text(stage) };
    const last = i === Math.min(recipe.steps.length, life.length) - 1;
    const later = step.correctedGap === null ? day : alive(addDays(day, step.correctedGap.gap));
    put(site.ledger.transitions, made, last ? step.correctedGap : null, () => ({ effective_on: later }));
  }
}

interface Setting {
  alive: (day: string) => string;
  recipe: CaseRecipe;
}

function buildFact(site: Site, row: CaseRow, fact: CaseFactRecipe, n: number, setting: Setting): void {
  const on = setting.alive(addDays(row.effective_on, fact.after));
  const own = {
    case_no: row.case_no,
    effective_on: on,
    ...text(Math.max(fact.stage, setting.recipe.stage), fact.illustrative),
  };
  const after = (days: number | null): string | null => (days === null ? null : setting.alive(addDays(on, days)));
  const role = ROLES[fact.pick % ROLES.length] ?? 'leader';
  if (fact.sheet === 'measures') {
    const area = AREAS[fact.pick % AREAS.length] ?? 'people';
    const plan = { no: n + 1, area, content: '措施', due_on: after(fact.lasts), done_on: after(fact.done) };
    put(site.ledger.measures, { ...own, ...plan, effective_on: row.effective_on }, fact.corrected, (corrected) => ({
      done_on: after(corrected.done),
    }));
  } else if (fact.sheet === 'contacts') {
    if (!take(site, 'contacts', row.case_no, role, n)) return;
    const contact = { ...own, role, holder: `职务${n}`, until: after(fact.lasts) };
    put(site.ledger.contacts, contact, fact.corrected, (corrected) => ({ until: after(corrected.done) }));
  } else if (fact.sheet === 'visits') {
    if (!take(site, 'visits', row.case_no, role, on)) return;
    const visit = (counts: CaseFactRecipe['counts']) => ({
      problems_found: counts?.[0] ?? null,
      problems_found_at_least: counts !== null && fact.atLeast,
      problems_solved: counts?.[1] ?? null,
      problems_solved_at_least: counts !== null && fact.atLeast,
    });
    const text = { ...own, role, ...visit(fact.counts) };
    put(site.ledger.visits, text, fact.corrected, (corrected) => visit(corrected.counts));
  } else {
    buildEvaluation(site, own, fact);
  }
}

/** At most one evaluation of a case a day: which of two counts is nowhere said. */
function buildEvaluation(site: Site, own: Dated & { case_no: string }, fact: CaseFactRecipe): void {
  if (!take(site, 'evaluations', own.case_no, own.effective_on)) return;
  const kind = KINDS[fact.pick % KINDS.length] ?? 'group';
  const paper = (counts: CaseFactRecipe['counts']) => {
    const [satisfied, fairly, dissatisfied] = kind === 'ballot' ? (counts ?? []) : [];
    const returned = satisfied === undefined ? null : satisfied + (fairly ?? 0) + (dissatisfied ?? 0);
    return {
      issued: returned,
      returned,
      satisfied: satisfied ?? null,
      fairly: fairly ?? null,
      dissatisfied: dissatisfied ?? null,
    };
  };
  const grade = fact.atLeast || kind === 'self' ? null : (GRADES[fact.pick % GRADES.length] ?? null);
  put(site.ledger.evaluations, { ...own, kind, grade, ...paper(fact.counts) }, fact.corrected, (corrected) =>
    paper(corrected.counts),
  );
}
