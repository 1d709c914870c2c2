import { Big } from 'big.js';
import type { MetricId } from '../../../metrics/index.ts';
import type { ListId, MetricBinding, NamesBinding } from '../content/binding.ts';
import type { CaseFacts } from '../figures/case-facts.ts';
import type { FigureData } from '../figures/figure-data.ts';
import { listNames } from '../figures/list-names.ts';
import { numberOf } from '../figures/write-figure.ts';

const NONE = new Big(0);

/** What the conditions of sentences ask. A metric without a value is none and never above anything. */
export interface Facts {
  readonly data: FigureData;
  /** The exact value; null where there is no data. */
  readonly value: (id: MetricId, by?: MetricBinding['by']) => Big | null;
  /** Whether there is more than none of it. */
  readonly some: (id: MetricId, by?: MetricBinding['by']) => boolean;
  readonly known: (id: MetricId) => boolean;
  /** Now less the last circular; null without one. */
  readonly change: (id: MetricId) => Big | null;
  readonly listed: (list: ListId, ledBy?: NamesBinding['ledBy']) => number;
  readonly hasNote: (id: MetricId) => boolean;
  readonly cases: readonly CaseFacts[];
}

export function factsOf(data: FigureData): Facts {
  const valueAt = (id: MetricId, at: 'now' | 'previous', by?: MetricBinding['by']): Big | null => {
    const cell = data.metric({ metric: id, by }, at);
    return cell ? numberOf(cell, 'value') : null;
  };
  const value: Facts['value'] = (id, by) => valueAt(id, 'now', by);
  return {
    data,
    value,
    some: (id, by) => (value(id, by) ?? NONE).gt(0),
    known: (id) => value(id) !== null,
    change: (id) => {
      const [now, before] = [valueAt(id, 'now'), data.subject.previous ? valueAt(id, 'previous') : null];
      return now && before ? now.minus(before) : null;
    },
    listed: (list, ledBy) => listNames(data, { of: 'count', list, ...(ledBy && { ledBy }) }).length,
    hasNote: (id) => Boolean(data.metric({ metric: id }, 'now')?.note),
    cases: data.outstanding,
  };
}
