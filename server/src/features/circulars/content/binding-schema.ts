import { z } from 'zod';
import { DIMENSIONS, registry } from '../../../metrics/index.ts';
import type { MetricId } from '../../../metrics/index.ts';
import {
  CASE_FIELDS,
  DAY_STYLES,
  DAYS,
  LED_BY,
  LISTS,
  METRIC_PARTS,
  METRIC_TIMES,
  STYLES,
  type Binding,
  type MetricBinding,
} from './binding.ts';

const unit = z.string().regex(/^\d{2,12}$/, 'expected a division code of 2 to 12 digits');
const OF_RATIO: ReadonlySet<string> = new Set(['numerator', 'denominator', 'rest']);

const metric = z
  .strictObject({
    of: z.literal('metric'),
    metric: z.custom<MetricId>((id) => typeof id === 'string' && registry.has(id), 'there is no such metric'),
    unit: unit.optional(),
    part: z.enum(METRIC_PARTS),
    at: z.enum(METRIC_TIMES),
    by: z.strictObject({ dimension: z.enum(DIMENSIONS), key: z.string().min(1).max(40) }).optional(),
    style: z.enum(STYLES).optional(),
  })
  .superRefine((bind, context) => {
    const problem = misfit(bind);
    if (problem) context.addIssue({ code: 'custom', path: [problem.at], message: problem.message });
  });

/** What a binding asks of a metric that the metric cannot give. */
function misfit({ metric, part, by, at, style }: MetricBinding): { at: string; message: string } | null {
  const declared = registry.get(metric);
  if (!declared) return null;
  if (OF_RATIO.has(part) && !declared.denominator) return { at: 'part', message: `${metric} is no ratio` };
  if (part === 'note' && at !== 'now')
    return { at: 'at', message: 'a remark is that of the cut-off: at must be "now"' };
  if (by && !declared.dimensions.includes(by.dimension)) {
    return { at: 'by', message: `${metric} can be broken down by ${declared.dimensions.join(', ')}` };
  }
  if (style === 'wan' && declared.format !== 'MONEY')
    return { at: 'style', message: `${metric} is no amount of money` };
  if (style === 'points' && (at !== 'change' || declared.unit !== 'SHARE')) {
    return { at: 'style', message: 'percentage points are for the change of a share' };
  }
  return null;
}

const names = (of: 'names' | 'count') =>
  z.strictObject({ of: z.literal(of), list: z.enum(LISTS), unit: unit.optional(), ledBy: z.enum(LED_BY).optional() });

/** A binding as it comes from outside. */
export const bindingSchema: z.ZodType<Binding> = z.discriminatedUnion('of', [
  metric,
  names('names'),
  names('count'),
  z.strictObject({ of: z.literal('day'), day: z.enum(DAYS), style: z.enum(DAY_STYLES).optional() }),
  z.strictObject({ of: z.literal('rank'), unit }),
  z.strictObject({ of: z.literal('standard') }),
  z.strictObject({ of: z.literal('case'), caseNo: z.string().min(1).max(100), field: z.enum(CASE_FIELDS) }),
]);
