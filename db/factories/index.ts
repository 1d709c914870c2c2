export { buildCampaign, type CampaignInput } from './campaign.ts';
export { buildCase, type BuiltCase, type CaseInput } from './case.ts';
export { insertFact, type FactInput, type FactTableName } from './fact.ts';
export { RECORDED_AT } from './record.ts';
export { buildCounty, type BuiltCounty, type CountyInput } from './county.ts';
export { buildUnit, type UnitInput } from './unit.ts';
