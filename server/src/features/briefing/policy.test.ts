import { getNamedType, isObjectType, parse, print, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../app/schema.ts';
import { BRIEFING_POLICY, withoutWithheld } from './policy.ts';

const schema = createSchema();

/** Texts of the API about units and cases that a file may carry: names, labels, codes, posts of leaders, remarks that we write. */
const CARRIED = new Set([
  'OrgUnit.name',
  'Campaign.name',
  'Campaign.checklist',
  'Cause.label',
  'Case.contactLeader',
  'Case.pinyin',
  'CaseCount.key',
  'Case.illustrative',
  'Contact.role',
  'Measure.area',
  'Evaluation.kind',
  'Visit.role',
  'Fund.source',
  'Venue.way',
  'Activity.kind',
  'Activity.status',
  'Activity.heldOnSpan',
  'Activity.ledBy',
  'BreakdownRow.key',
  'BreakdownRow.label',
  'MetricValue.note',
  'Proof.reason',
  'TrendPoint.label',
  'EvidenceRow.sheet',
  'HistoryEntry.sheet',
  'Cell.column',
  'ChartPicture.digest',
  'ChartPicture.title',
  'ChartPicture.alt',
  'CaseEdge.cursor',
  'RowEdge.cursor',
  'PageInfo.endCursor',
]);

/** Every text that can be reached from a unit. */
function textsFrom(type: GraphQLObjectType, seen = new Set<string>()): string[] {
  if (seen.has(type.name)) return [];
  seen.add(type.name);
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (isObjectType(named)) return textsFrom(named, seen);
    return named.name === 'String' ? [`${type.name}.${field.name}`] : [];
  });
}

describe('policy of the briefing file', () => {
  const withheld = BRIEFING_POLICY.flatMap(({ fields }) => fields);

  it('decides about every text of a unit and its cases: a new column is not carried by accident', () => {
    const texts = textsFrom(schema.getType('OrgUnit') as GraphQLObjectType);
    const undecided = texts.filter((field) => !withheld.includes(field) && !CARRIED.has(field));
    expect(undecided).toEqual([]);
  });

  it('names fields that exist, once, with what and why in both languages', () => {
    for (const field of withheld) {
      const [type = '', name = ''] = field.split('.');
      expect(Object.keys((schema.getType(type) as GraphQLObjectType).getFields())).toContain(name);
      expect(CARRIED.has(field)).toBe(false);
    }
    expect(new Set(withheld).size).toBe(withheld.length);
    for (const { what, why } of BRIEFING_POLICY) expect([what.zh, what.en, why.zh, why.en]).not.toContain('');
  });

  it('takes fields out of an operation, in fragments and under aliases too, and what they leave empty', () => {
    const requested = parse(`
      query Ask { case(caseNo: "1") { caseNo what: symptoms visits { note } transitions { state ...T } ...C } }
      fragment T on Transition { documentNo note }
      fragment C on Case { aim contacts { role holder } }`);
    const left = print(withoutWithheld(schema, requested)).replaceAll(/\s+/g, ' ');
    for (const word of ['symptoms', 'note', 'documentNo', 'aim', 'holder', 'visits']) expect(left).not.toContain(word);
    for (const word of ['caseNo', 'transitions', 'state', 'contacts', 'role']) expect(left).toContain(word);
  });
});
