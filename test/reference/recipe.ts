/**
 * What a random ledger is made of: small numbers that build-ledger.ts turns into rows that keep the workbook's rules
 * (dates in the life of a unit and of a case, identities met once). Days count from 1 January 2014; a unit is a number
 * taken modulo the units there are; a stage is one of the moments at which something was recorded.
 */
export interface Recipe {
  towns: { street: boolean; villages: VillageRecipe[] }[];
  treeChanges: { village: number; day: number; change: 'rename' | 'move' | 'abolish'; town: number; stage: number }[];
  campaigns: CampaignRecipe[];
  cases: CaseRecipe[];
  unitFacts: UnitFactRecipe[];
}
export interface VillageRecipe {
  community: boolean;
  population: number | null;
  illustrative: boolean;
}
export interface CampaignRecipe {
  /** The town that runs it; null is the county. */
  town: number | null;
  rectifiedFrom: 'accepted' | 'struck_off' | 'consolidating';
  deadline: number | null;
  declared: number | null;
  declaredCommunities: number | null;
  visitsPerMonth: number | null;
  checklist: string[];
  /** What a later workbook said of it instead. */
  corrected: {
    stage: number;
    rectifiedFrom: 'accepted' | 'struck_off' | 'consolidating';
    deadline: number | null;
  } | null;
}
export interface CaseRecipe {
  campaign: number;
  village: number;
  day: number;
  causes: string[];
  deadline: number | null;
  illustrative: boolean;
  stage: number;
  corrected: { stage: number; village: number; causes: string[]; deadline: number | null } | null;
  /** Days between one step of its life and the next; -1 in `bounce` sends it back once from submitted. */
  steps: { gap: number; stage: number; correctedGap: { gap: number; stage: number } | null }[];
  bounce: boolean;
  facts: CaseFactRecipe[];
}
export interface CaseFactRecipe {
  sheet: 'measures' | 'contacts' | 'visits' | 'evaluations';
  after: number;
  lasts: number | null;
  done: number | null;
  pick: number;
  counts: [number, number, number] | null;
  atLeast: boolean;
  illustrative: boolean;
  stage: number;
  corrected: { stage: number; done: number | null; counts: [number, number, number] | null } | null;
}
export interface UnitFactRecipe {
  sheet:
    | 'team'
    | 'supports'
    | 'venues'
    | 'venue_funds'
    | 'project_funds'
    | 'operating_funds'
    | 'remuneration'
    | 'economy'
    | 'reports';
  campaign: number;
  /** 0 is the county, then the towns, then the villages. */
  unit: number;
  day: number;
  pick: number;
  amount: number;
  second: number | null;
  flag: boolean | null;
  illustrative: boolean;
  stage: number;
  corrected: { stage: number; amount: number; second: number | null } | null;
}
