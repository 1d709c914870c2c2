import { addDays } from './days.ts';
import type { Recipe } from './recipe.ts';
import type { Ledger, Wording, UnitRow } from './ledger.ts';

export const COUNTY = '350322';
export const FIRST_DAY = '2014-01-01';
const STAGES = 4;

/** The moments at which something was recorded, all later than every effective day. */
export const moments: readonly string[] = Array.from({ length: STAGES }, (_, n) => `2015-02-0${n + 1}T03:04:05.000Z`);

export function momentOf(stage: number): string {
  return moments[Math.min(stage, STAGES - 1)] ?? '';
}

export function text(stage: number, illustrative = false): Wording {
  return { recorded_at: momentOf(stage), superseded_at: null, illustrative: illustrative ? ['*'] : [] };
}

export function dayAt(n: number): string {
  return addDays(FIRST_DAY, n);
}

/** Codes in the order county, towns, villages; and the last day on which each may still be spoken of. */
export interface Places {
  towns: string[];
  villages: string[];
  all: string[];
  lastDay: Map<string, string>;
}

function unit(code: string, level: number, parent: string | null, row: Partial<UnitRow>): UnitRow {
  return {
    code,
    name: `单位${code}`,
    kind: 'village',
    level,
    parent_code: parent,
    population: null,
    members: null,
    valid_from: null,
    valid_to: null,
    ...text(0),
    ...row,
  };
}

/** Writes the units into the ledger, first as they were, then change by change as it was recorded. */
export function buildTree(ledger: Ledger, recipe: Recipe): Places {
  const places: Places = { towns: [], villages: [], all: [], lastDay: new Map() };
  ledger.units.push(unit(COUNTY, 3, null, { kind: 'county' }));
  for (const [t, town] of recipe.towns.entries()) {
    const townCode = `${COUNTY}${town.street ? '00' : '10'}${t + 1}`;
    places.towns.push(townCode);
    ledger.units.push(unit(townCode, 4, COUNTY, { kind: town.street ? 'street' : 'town' }));
    for (const [v, village] of town.villages.entries()) {
      const code = `${townCode}${village.community ? '00' : '20'}${v + 1}`;
      places.villages.push(code);
      const kind = village.community ? 'community' : 'village';
      ledger.units.push(
        unit(code, 5, townCode, { kind, population: village.population, ...text(0, village.illustrative) }),
      );
    }
  }
  places.all = [COUNTY, ...places.towns, ...places.villages];
  for (const change of recipe.treeChanges.toSorted((a, b) => a.stage - b.stage)) changeTree(ledger, places, change);
  return places;
}

function changeTree(ledger: Ledger, places: Places, change: Recipe['treeChanges'][number]): void {
  const code = places.villages[change.village % places.villages.length];
  if (code === undefined || places.lastDay.has(code)) return;
  const on = dayAt(Math.max(1, change.day));
  const current = ledger.units.find(
    (row) =>
      row.code === code &&
      row.superseded_at === null &&
      (row.valid_from === null || row.valid_from < on) &&
      (row.valid_to === null || on < row.valid_to),
  );
  if (current === undefined || (change.change === 'abolish' && current.valid_to !== null)) return;
  const town = places.towns[change.town % places.towns.length] ?? '';
  const moment = momentOf(change.stage);
  const before = { ...current, valid_to: on, recorded_at: moment };
  const after = { ...current, valid_from: on, recorded_at: moment };
  if (change.change === 'rename') after.name = `${current.name}新`;
  if (change.change === 'move') after.parent_code = town;
  if (current.recorded_at === moment) ledger.units.splice(ledger.units.indexOf(current), 1);
  else current.superseded_at = moment;
  ledger.units.push(before);
  if (change.change === 'abolish') places.lastDay.set(code, addDays(on, -1));
  else ledger.units.push(after);
}
