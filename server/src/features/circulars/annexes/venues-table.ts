import { VENUE_WAYS, type EvidenceRow, type MetricId } from '../../../metrics/index.ts';
import type { Binding } from '../content/binding.ts';
import { nameUnits } from '../figures/unit-names.ts';
import { writeDay } from '../figures/write-day.ts';
import { reportKeyOf, type FigureSource, type Subject } from '../subject.ts';
import { words, type Cell, type TablePlan } from './table-plan.ts';

const COLUMNS = {
  zh: ['序号', '党组织', '方式', '概算（万元）', '已落实（万元）', '缺口（万元）', '进度'],
  en: ['No.', 'Organisation', 'Way', 'Estimate (yuan)', 'Raised (yuan)', 'Gap (yuan)', 'Progress'],
} as const;
/** Wide enough for a sum of seven digits, and for a day, in one line. */
const SHARES = { zh: [7, 22, 12, 13, 13, 13, 20], en: [6, 18, 13, 17, 17, 14, 15] } as const;
const AMOUNTS = ['VENUE_COST', 'VENUE_RAISED', 'VENUE_GAP'] as const satisfies MetricId[];

/** The venues that are needed: way, money and progress; the whole first. Its amounts are the metrics of each unit. */
export async function planVenues(source: FigureSource, subject: Subject, caption: string): Promise<TablePlan> {
  const { lang, unit } = subject;
  const key = reportKeyOf(subject, unit.code);
  const [venues = []] = await source.engine.everyRow([key], 'VENUES_NEEDED', null);
  const names = await nameUnits(
    source,
    subject,
    venues.map((venue) => venue.unit),
  );
  const rows = venues.map((venue, i): Cell[] => {
    const named = names.get(venue.unit);
    return [
      words(String(i + 1)),
      words(named?.name ?? venue.unit, named?.illustrative),
      words(wayOf(venue, lang), venue.illustrative),
      ...amounts(`venues.${venue.unit}`, venue.unit),
      words(progressOf(venue, subject), venue.illustrative),
    ];
  });
  const total = [
    words(''),
    words(lang === 'zh' ? `${unit.name}合计` : `${subject.nameOf(unit.name)}, total`),
    words(''),
  ];
  return {
    caption,
    columns: COLUMNS[lang].map((title, i) => ({
      title,
      align: i === 0 ? 'center' : i >= 3 && i <= 5 ? 'right' : 'left',
      share: SHARES[lang][i]!,
    })),
    rows: [[...total, ...amounts('venues.total'), words('')], ...rows],
    totals: [0],
    note: null,
  };
}

const amounts = (prefix: string, unit?: string): Cell[] =>
  AMOUNTS.map((id): Cell => {
    const bind: Binding = {
      of: 'metric',
      metric: id,
      part: 'value',
      at: 'now',
      ...(unit === undefined ? {} : { unit }),
    };
    return { key: `${prefix}.${id}`, bind };
  });

const cellOf = ({ cells }: EvidenceRow, name: string): string | null =>
  cells.find(({ column }) => column === name)?.value ?? null;

function wayOf(venue: EvidenceRow, lang: Subject['lang']): string {
  const way = cellOf(venue, 'way') ?? '';
  return Object.hasOwn(VENUE_WAYS, way) ? VENUE_WAYS[way as keyof typeof VENUE_WAYS][lang] : way;
}

function progressOf(venue: EvidenceRow, { lang, asOf }: Subject): string {
  const doneOn = cellOf(venue, 'done_on');
  if (doneOn === null || doneOn > asOf) return lang === 'zh' ? '未建成' : 'not done';
  const thisYear = doneOn.slice(0, 4) === asOf.slice(0, 4);
  const day = writeDay(doneOn, lang, thisYear ? 'monthDay' : 'full');
  return lang === 'zh' ? `${day}建成` : `done ${day}`;
}
