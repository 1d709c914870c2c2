import type { Db, Row } from '../database.ts';
import type { TransitionState } from '../vocabulary.ts';
import { insertFact, type FactInput } from './fact.ts';

type Defaulted = 'case_no' | 'campaign' | 'effective_on' | 'primary_cause';

export interface CaseInput extends Omit<FactInput<'cases'>, Defaulted>, Partial<Pick<FactInput<'cases'>, Defaulted>> {
  /** State and day of each transition. */
  transitions?: [state: TransitionState, on: string][];
}

export interface BuiltCase {
  case: Row<'cases'>;
  transitions: Row<'transitions'>[];
}

/** Inserts a case of `unit_code` (identified on 2014-03-20, cause C01, numbered by its unit) with its transitions. */
export async function buildCase(db: Db, { transitions = [], ...input }: CaseInput): Promise<BuiltCase> {
  const row = await insertFact(db, 'cases', {
    case_no: `${input.campaign ?? 'test-2014'}-${input.unit_code}`,
    campaign: 'test-2014',
    effective_on: '2014-03-20',
    primary_cause: 'C01',
    ...input,
  });
  const record = { recordedAt: input.recordedAt, supersededAt: input.supersededAt, illustrative: input.illustrative };
  const built: Row<'transitions'>[] = [];
  for (const [state, effective_on] of transitions) {
    const of = { county_code: row.county_code, case_no: row.case_no };
    built.push(await insertFact(db, 'transitions', { ...of, ...record, state, effective_on }));
  }
  return { case: row, transitions: built };
}
