import 'reflect-metadata';
import { isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { createSchema } from '../app/schema.ts';

/** Fields with a resolver that cost no more than a column: what they read is loaded once for a whole level, or already loaded. */
const CHEAP: ReadonlySet<string> = new Set([
  // Loaders of units and campaigns, which read once for all that a level asks and remember it.
  'Query.orgUnit',
  'Query.campaign',
  'Query.campaigns',
  'Query.causes',
  'OrgUnit.parent',
  'OrgUnit.ancestors',
  'OrgUnit.children',
  'OrgUnit.boundary',
  'OrgUnit.mapped',
  'OrgUnit.report',
  // Former names of fields beside them.
  'ReminderBatch.cardCount',
  'ReminderBatch.cards',
  'ReminderCandidate.lastCard',
  'ReminderVoidOutcome.card',
]);
/** Names of fields that lead to a unit, a campaign or a cause, through the same loaders. */
const LEADS = /\.(unit|town|campaign|cause|primaryCause|otherCauses)$/;
/** Details of a case: a statement a kind for a whole page of cases. */
const OF_CASES =
  /^Case\.(transitions|measures|nextMeasure|contacts|visits|lastVisit|evaluations|venue|venueFunds|projectFunds|operatingFunds|economy|history|reminders|reminderCards|pinyin)$/;
/** Words and addresses of what is already loaded. */
const WORDS =
  /\.(label|name|campaignName|note|reason|ruleLabel|title|message|expected|columnTitle|sheetTitle|issuer|docxUrl|pdfUrl|htmlUrl)$/;
const AT_HAND =
  /^(Campaign\.(firstDay|lastDay|defaultAsOf)|Metric\.|Circular\.draft|Query\.(metrics|importJob|reminderProgress))/;

const fields = Object.values(createSchema().getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith('__')
    ? Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field }))
    : [],
);

it('every field that is worked out has a weight, or is known to cost no more than a column', () => {
  const unweighed = fields
    .filter(({ field }) => field.resolve && field.extensions['complexity'] === undefined)
    .map(({ at }) => at)
    .filter((at) => !CHEAP.has(at) && ![LEADS, OF_CASES, WORDS, AT_HAND].some((known) => known.test(at)));
  expect(unweighed).toEqual([]);
});

it('knows no cheap field that is not there', () => {
  const names = new Set(fields.map(({ at }) => at));
  expect([...CHEAP].filter((at) => !names.has(at))).toEqual([]);
});
