import type { MetricId } from '../../../metrics/index.ts';
import type { Binding, CaseBinding, DayBinding, ListId, MetricBinding, NamesBinding } from '../content/binding.ts';

/** Bindings in short, for the declarations of sentences. */
export const metric = (id: MetricId, part: MetricBinding['part'] = 'value'): MetricBinding => ({
  of: 'metric',
  metric: id,
  part,
  at: 'now',
});

export const change = (id: MetricId): MetricBinding => ({ of: 'metric', metric: id, part: 'value', at: 'change' });

export const points = (id: MetricId): MetricBinding => ({ ...change(id), style: 'points' });

export const inKind = (kind: string): MetricBinding => ({
  ...metric('IDENTIFIED'),
  by: { dimension: 'UNIT_KIND', key: kind },
});

export const names = (list: ListId, ledBy?: NamesBinding['ledBy']): Binding =>
  ledBy ? { of: 'names', list, ledBy } : { of: 'names', list };
export const count = (list: ListId): Binding => ({ of: 'count', list });
export const day = (which: DayBinding['day'], style?: DayBinding['style']): Binding =>
  style ? { of: 'day', day: which, style } : { of: 'day', day: which };
export const fundingStandard: Binding = { of: 'standard' };
export const ofCase = (caseNo: string, field: CaseBinding['field']): Binding => ({ of: 'case', caseNo, field });
