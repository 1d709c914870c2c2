import fc from 'fast-check';
import { buildLedger } from './build-ledger.ts';
import type { Ledger } from './ledger.ts';
import type { CampaignRecipe, CaseFactRecipe, CaseRecipe, Recipe, UnitFactRecipe, VillageRecipe } from './recipe.ts';

const DAYS = 330;
const CAUSES = ['C01', 'C03', 'C09', 'C13', 'C14'] as const;
const CHECKLIST = ['ledger', 'measures', 'leader', 'unit', 'working_group'];

const day = fc.integer({ min: 0, max: DAYS });
const stage = fc.integer({ min: 0, max: 3 });
const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arb, { freq: 2 });
const rarely = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.tuple(fc.integer({ min: 0, max: 3 }), arb).map(([n, value]) => (n === 3 ? value : null));
const mark = fc.integer({ min: 0, max: 9 }).map((n) => n === 9);
const small = fc.integer({ min: 0, max: 40 });
const causes = fc.uniqueArray(fc.constantFrom(...CAUSES), { minLength: 1, maxLength: 3 });
const counts = maybe(fc.tuple(small, small, small));
const from = fc.constantFrom('struck_off' as const, 'accepted' as const, 'consolidating' as const);

const village: fc.Arbitrary<VillageRecipe> = fc.record({
  community: mark,
  population: maybe(fc.constantFrom(0, 900, 3000, 3001, 5000, 5001)),
  illustrative: mark,
});
const campaign: fc.Arbitrary<CampaignRecipe> = fc.record({
  town: rarely(fc.nat(3)),
  rectifiedFrom: from,
  deadline: maybe(day),
  declared: maybe(small),
  declaredCommunities: maybe(small),
  visitsPerMonth: maybe(fc.integer({ min: 0, max: 2 })),
  checklist: fc.subarray(CHECKLIST),
  corrected: rarely(fc.record({ stage, rectifiedFrom: from, deadline: maybe(day) })),
});
const caseFact: fc.Arbitrary<CaseFactRecipe> = fc.record({
  sheet: fc.constantFrom('measures', 'contacts', 'visits', 'visits', 'evaluations'),
  after: fc.integer({ min: 0, max: 120 }),
  lasts: maybe(fc.integer({ min: 0, max: 120 })),
  done: maybe(fc.integer({ min: 0, max: 90 })),
  pick: fc.nat(11),
  counts,
  atLeast: mark,
  illustrative: mark,
  stage,
  corrected: rarely(fc.record({ stage, done: maybe(fc.integer({ min: 0, max: 90 })), counts })),
});
const step = fc.record({
  gap: fc.integer({ min: 0, max: 30 }),
  stage,
  correctedGap: rarely(fc.record({ gap: fc.integer({ min: 0, max: 30 }), stage })),
});
const caseRecipe: fc.Arbitrary<CaseRecipe> = fc.record({
  campaign: fc.nat(1),
  village: fc.nat(19),
  day,
  causes,
  deadline: maybe(fc.integer({ min: 0, max: 120 })),
  illustrative: mark,
  stage,
  corrected: rarely(
    fc.record({ stage, village: fc.nat(19), causes, deadline: maybe(fc.integer({ min: 0, max: 120 })) }),
  ),
  steps: fc.array(step, { maxLength: 9, size: 'max' }),
  bounce: mark,
  facts: fc.array(caseFact, { maxLength: 6, size: 'max' }),
});
const unitFact: fc.Arbitrary<UnitFactRecipe> = fc.record({
  sheet: fc.constantFrom(
    'team',
    'supports',
    'venues',
    'venue_funds',
    'project_funds',
    'operating_funds',
    'remuneration',
    'economy',
    'reports',
  ),
  campaign: fc.nat(1),
  unit: fc.nat(24),
  day,
  pick: fc.nat(11),
  amount: fc.integer({ min: 0, max: 9_000_000 }),
  second: maybe(fc.integer({ min: 0, max: 9_000_000 })),
  flag: maybe(fc.boolean()),
  illustrative: mark,
  stage,
  corrected: rarely(
    fc.record({ stage, amount: fc.integer({ min: 0, max: 9_000_000 }), second: maybe(fc.nat(9_000_000)) }),
  ),
});

/** The recipe of a county with 2 to 4 towns and up to 5 villages each, two campaigns and what was said of them. */
export const recipe: fc.Arbitrary<Recipe> = fc.record({
  towns: fc.array(fc.record({ street: mark, villages: fc.array(village, { maxLength: 5, size: 'max' }) }), {
    minLength: 2,
    maxLength: 4,
  }),
  treeChanges: fc.array(
    fc.record({
      village: fc.nat(19),
      day,
      change: fc.constantFrom('rename', 'move', 'move', 'abolish'),
      town: fc.nat(3),
      stage,
    }),
    { maxLength: 3 },
  ),
  campaigns: fc.array(campaign, { minLength: 1, maxLength: 2 }),
  cases: fc.array(caseRecipe, { maxLength: 12, size: 'max' }),
  unitFacts: fc.array(unitFact, { maxLength: 40, size: 'max' }),
});

/** A random ledger that an office could have kept, corrections and changes of the tree included; not mostly empty. */
export const randomLedger: fc.Arbitrary<Ledger> = fc.noBias(recipe).map(buildLedger);
