import { defineEntity, p } from '@mikro-orm/core';
import { TIER_KINDS } from '../vocabulary.ts';
import { money } from './columns.ts';
import { check, isNumber, notNegative } from './constraints.ts';

/** A cause (情形) of docs/domain.md#causes; a county may add its own. */
export const Cause = defineEntity({
  name: 'Cause',
  tableName: 'cause',
  properties: { code: p.text().primary(), nameZh: p.text(), nameEn: p.text(), position: p.smallint() },
});

/** Yearly operating funds due for a population above `population_over`; county '*' holds where a county has no rule. */
export const OperatingTier = defineEntity({
  name: 'OperatingTier',
  tableName: 'operating_tier',
  properties: {
    countyCode: p.text().default('*').primary(),
    kind: p.enum(TIER_KINDS).primary(),
    populationOver: p.integer().primary(),
    dueYuan: money(),
  },
  checks: [
    check('operating_tier_population_over_at_least_minus_one', 'population_over >= -1'),
    notNegative('operating_tier', 'due_yuan'),
    isNumber('operating_tier', 'due_yuan'),
  ],
});
