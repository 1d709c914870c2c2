import { METRICS } from '../../../metrics/index.ts';
import { CASE_FIELDS, DAYS, LISTS, type Binding } from '../content/binding.ts';
import type { FigureSource, Subject } from '../subject.ts';
import { byDeadline, loadCases, type CaseFacts } from './case-facts.ts';
import { defineFigure, labelFigure } from './define-figure.ts';
import { loadFigureData } from './figure-data.ts';
import { writeFigure } from './write-figure.ts';

/** Something a figure can be bound to, and the text it would print. */
export interface Choice {
  readonly label: string;
  readonly text: string;
  readonly definition: string;
  readonly bind: Binding;
  readonly group: string;
}

interface Offer {
  readonly bind: Binding;
  readonly group: string;
}

/** Everything that a figure of a circular can be bound to: each metric, its rest and its change, lists and days. */
export async function bindingChoices(source: FigureSource, subject: Subject): Promise<Choice[]> {
  const outstanding = await loadCases(source, subject, { rectified: false });
  const offers = [...metricOffers(subject), ...otherOffers(subject), ...caseOffers(outstanding)];
  const data = await loadFigureData(
    source,
    subject,
    offers.map(({ bind }) => bind),
  );
  return offers.map(({ bind, group }) => ({
    label: labelFigure(data, bind),
    text: writeFigure(data, bind).text,
    definition: defineFigure(data, bind),
    bind,
    group,
  }));
}

const metricOffers = ({ previous }: Subject): Offer[] =>
  METRICS.flatMap(({ id, group, unit, denominator, remark }) => {
    const of = { of: 'metric', metric: id } as const;
    const now = { ...of, part: 'value', at: 'now' } as const;
    const binds: Binding[] = [now];
    if (unit === 'SHARE') binds.push({ ...of, part: 'rest', at: 'now' });
    if (denominator) binds.push({ ...of, part: 'numerator', at: 'now' }, { ...of, part: 'denominator', at: 'now' });
    if (remark) binds.push({ ...of, part: 'note', at: 'now' });
    if (previous) binds.push({ ...of, part: 'value', at: 'previous' }, { ...of, part: 'value', at: 'change' });
    return binds.map((bind) => ({ bind, group }));
  });

/** Cases at a time that a clerk picks a word from; the ledger has the others. */
const MOST_CASES = 40;

const caseOffers = (cases: readonly CaseFacts[]): Offer[] =>
  byDeadline(cases)
    .slice(0, MOST_CASES)
    .flatMap(({ row: { caseNo } }) =>
      CASE_FIELDS.map((field): Offer => ({ bind: { of: 'case', caseNo, field }, group: 'cases' })),
    );

function otherOffers({ previous }: Subject): Offer[] {
  const days = DAYS.filter((day) => day !== 'previous' || previous !== null);
  return [
    ...LISTS.map((list): Offer => ({ bind: { of: 'names', list }, group: 'names' })),
    ...LISTS.map((list): Offer => ({ bind: { of: 'count', list }, group: 'counts' })),
    ...days.map((day): Offer => ({ bind: { of: 'day', day }, group: 'days' })),
  ];
}
