import type { Text } from '../domain/text.ts';
import type { CoverageValue } from './engine.types.ts';
import type { Metric } from './metric.ts';

/** For how many organisations a figure lacks an entry, in words: 运转经费：37个中5个未登记; null where it lacks none. */
export function lackingEntries({ coverage: declared }: Metric, coverage: CoverageValue | null): Text | null {
  if (!declared || !coverage || coverage.entered === coverage.expected) return null;
  const { entered, expected } = coverage;
  const missing = expected - entered;
  return {
    zh: `${declared.entry.zh}：${expected}个中${missing}个未登记`,
    en: `${declared.entry.en}: ${missing} of ${expected} not entered`,
  };
}
