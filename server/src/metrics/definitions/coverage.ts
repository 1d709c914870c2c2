import { sql } from 'kysely';
import { isAccepted } from '../../ledger/temporal/index.ts';
import type { Text } from '../../domain/text.ts';
import { measure, type ColumnsOf, type Coverage } from '../base.ts';
import { cases } from '../bases/cases.ts';
import type { Sql } from '../../database/sql.ts';
import { identified } from './cases.metric.ts';

type CaseColumn = keyof typeof cases.columns;
type Entered = Extract<CaseColumn, `${string}InPart`> extends `${infer Name}InPart` ? Name : never;

/**
 * Every organisation identified should have an entry. It has one if its own unit does, or one above it whose rows count in
 * the figure: in the part of a child unit those from the child unit down, in the part of a kind of unit its own.
 */
const ofEveryone = (column: Entered, entry: Text, what: Text): Coverage => ({
  entry,
  expected: identified,
  missing: measure(cases, `without_${column}`, {
    where: (c) => sql`not ${c[column]}`,
    part: (by) => ({ where: (c) => sql`not ${by === 'UNIT_KIND' ? c[`${column}Here`] : c[`${column}InPart`]}` }),
  }),
  text: {
    zh: `应登记的为已认定的全部党组织；本单位或其上级单位（在本级范围内）有${what.zh}的，计为已登记。`,
    en: `An entry is expected of every organisation identified; it has one if its unit, or a unit above it within the report, has ${what.en}.`,
  },
});

const ofSome = (
  name: string,
  entry: Text,
  expected: (c: ColumnsOf<CaseColumn>) => Sql,
  entered: (c: ColumnsOf<CaseColumn>) => Sql,
  text: Text,
): Coverage => ({
  entry,
  expected: measure(cases, `${name}_expected`, { where: expected }),
  missing: measure(cases, `without_${name}`, { where: (c) => sql`${expected(c)} and not ${entered(c)}` }),
  text,
});

/** Of whom entries are expected, by what is entered. */
export const covers = {
  operatingFunds: ofEveryone(
    'operatingFunds',
    { zh: '运转经费', en: 'Operating funds' },
    { zh: '本年度登记', en: 'an entry for the year of the day' },
  ),
  economy: ofEveryone(
    'economy',
    { zh: '集体经济', en: 'Collective economy' },
    { zh: '本年度登记', en: 'an entry for the year of the day' },
  ),
  leadingPay: ofEveryone(
    'leadingPay',
    { zh: '村主干报酬', en: 'Pay of leading cadres' },
    { zh: '村主干报酬登记', en: 'an entry for leading cadres' },
  ),
  generalPay: ofEveryone(
    'generalPay',
    { zh: '一般干部报酬', en: 'Pay of general cadres' },
    { zh: '一般干部报酬登记', en: 'an entry for general cadres' },
  ),
  payOnTime: ofEveryone(
    'payOnTime',
    { zh: '报酬是否按时发放', en: 'Whether pay came on time' },
    { zh: '是否按时发放的登记', en: 'an entry that states it' },
  ),
  reports: ofEveryone(
    'reports',
    { zh: '报送', en: 'Reports' },
    { zh: '应报日期不晚于统计日的登记', en: 'an entry due on or before the day' },
  ),
  venueEstimate: ofSome(
    'venue_estimate',
    { zh: '场所概算', en: 'Venue estimates' },
    (c) => c.venueNeeded,
    (c) => c.venueEstimated,
    {
      zh: '应登记概算的为已认定党组织中登记了需建场所的；不需建的无须登记。',
      en: 'An estimate is expected of the organisations identified that need a venue; the others have none to enter.',
    },
  ),
  ballot: ofSome(
    'ballot',
    { zh: '群众测评', en: 'Ballots' },
    (c) => isAccepted(c.state),
    (c) => c.balloted,
    {
      zh: '应有测评结果的为统计日已验收及以后的党组织，验收以测评为据。',
      en: 'A ballot is expected of the organisations accepted or later on the day, as acceptance rests on it.',
    },
  ),
} as const;
