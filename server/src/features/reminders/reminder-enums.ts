import { REMINDER_RULES } from '@wallchart/db';
import { registerEnumType } from 'type-graphql';
import { same } from '../../graphql-types/enums.ts';
import { ADDRESSEE_KINDS, ADDRESSEE_WARNINGS } from './rules/index.ts';

export const ReminderRuleEnum = same(REMINDER_RULES);
registerEnumType(ReminderRuleEnum, {
  name: 'ReminderRule',
  description:
    'OVERDUE: outstanding past its deadline. VISITS_BELOW_DUTY: visits of the contact leader in the last full month. REPORTS_MISSED: two or more in a row.',
});

export const ReminderAddresseeEnum = same(ADDRESSEE_KINDS);
registerEnumType(ReminderAddresseeEnum, {
  name: 'ReminderAddresseeKind',
  description:
    "LEADER: the contact leader. TOWN_LEADER: the town's leader. SECRETARY, COMMITTEE: of the town, or of the unit that owes reports. UNIT: the contact unit of the organisation.",
});

export const ReminderWarningEnum = same(ADDRESSEE_WARNINGS);
registerEnumType(ReminderWarningEnum, {
  name: 'ReminderWarning',
  description: 'HEADS_ISSUER: heads the issuing office. OUTRANKS: ranks above it.',
});
