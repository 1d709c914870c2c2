import { useEvidence } from '../../components/evidence/use-evidence.ts';
import { useMetricLabels } from '../../components/use-metric-labels.ts';
import { formatInteger, formatPercent } from '@wallchart/charts/format';
import type { LedgerCaseFragment, MetricId } from '../../generated/graphql.ts';

/** A row's counts as the ranking has them. */
interface RowCounts {
  readonly identified: number;
  readonly rectified: number;
  readonly rate?: string | null;
}

/** "3/4 75.0 %" beside a row: rectified of identified, each leading to its rows; nothing for a town without a case. */
export function useRowFigures(cases: () => readonly LedgerCaseFragment[]) {
  const { rowsLink } = useEvidence();
  const labels = useMetricLabels();

  /** A unit that no one ranks is counted from its cases, those that the legend hides included. */
  const counted = (code: string): RowCounts => {
    const own = cases().filter((item) => (item.town ?? item.unit).code === code);
    return { identified: own.length, rectified: own.filter((item) => item.rectified).length };
  };
  const figure = (id: MetricId, text: string, code: string, name: string) => ({
    text,
    label: `${name} ${labels.label(id)}`,
    to: rowsLink(id, { code }),
  });

  return (code: string, name: string, ranked: RowCounts | null) => {
    const { identified, rectified, rate } = ranked ?? counted(code);
    if (identified === 0) return { done: [], rate: null };
    return {
      done: [
        figure('RECTIFIED', formatInteger(rectified), code, name),
        figure('IDENTIFIED', formatInteger(identified), code, name),
      ],
      rate: rate ? figure('RECTIFICATION_RATE', formatPercent(rate), code, name) : null,
    };
  };
}
