import { Big } from 'big.js';
import type { Lang } from '../../../domain/text.ts';
import { addDays, daysBetween } from '../../../domain/day.ts';
import { lackingEntries, registry, type Metric, type MetricValue } from '../../../metrics/index.ts';
import type { Binding, CaseBinding, DayBinding, MetricBinding, NamesBinding, RankBinding } from '../content/binding.ts';
import { marks, type CaseFacts } from './case-facts.ts';
import { stateWords } from './case-words.ts';
import type { FigureData, FundingTier } from './figure-data.ts';
import { joinNames, listNames } from './list-names.ts';
import { writeDay } from './write-day.ts';
import { NO_DATA, NO_FIGURE, writeAtLeast, writeDecimal, writeMoney, writePoints, writeValue } from './write-number.ts';

/** What the clerk should check about a figure before it is sent. */
export type Concern =
  | 'NO_DATA'
  | 'NEGATIVE'
  | 'EMPTY_LIST'
  | 'NO_PREVIOUS'
  | 'UNKNOWN_CASE'
  | 'CASE_RECTIFIED'
  | 'NOT_ENTERED';

/** A figure as it is printed. */
export interface WrittenFigure {
  readonly text: string;
  /** The exact value, where it is a number or a day. */
  readonly value: string | null;
  readonly illustrative: boolean;
  readonly concern: Concern | null;
  /** For a figure that lacks entries: of what, and how many. */
  readonly lacking?: string;
}

/** Writes what a binding says. */
export function writeFigure(data: FigureData, bind: Binding): WrittenFigure {
  switch (bind.of) {
    case 'metric':
      return bind.part === 'note' ? writeNote(data, bind) : writeMetric(data, bind);
    case 'names':
    case 'count':
      return writeNames(data, bind);
    case 'day':
      return writeBoundDay(data, bind);
    case 'rank':
      return writeRank(data, bind);
    case 'case':
      return writeCase(data, bind);
    case 'standard':
      return writeStandard(data);
  }
}

const nothing = (lang: Lang, concern: Concern, illustrative = false): WrittenFigure => ({
  text: NO_DATA[lang],
  value: null,
  illustrative,
  concern,
});

/** The exact number that a part of a metric's value is. */
export function numberOf({ value, numerator, denominator }: MetricValue, part: MetricBinding['part']): Big | null {
  const exact = (text: string | null) => (text === null ? null : new Big(text));
  if (part === 'numerator') return exact(numerator);
  if (part === 'denominator') return exact(denominator);
  if (part === 'rest') return value === null ? null : new Big(1).minus(value);
  return exact(value);
}

/** Parts of a ratio are written as what they count; the ratio itself as its metric is. */
const formatOf = ({ format }: Metric, part: MetricBinding['part']) =>
  part === 'numerator' || part === 'denominator' ? ('INTEGER' as const) : format;

function writeMetric(data: FigureData, bind: MetricBinding): WrittenFigure {
  const { lang, previous } = data.subject;
  const metric = registry.get(bind.metric)!;
  if (bind.at !== 'now' && !previous) return nothing(lang, 'NO_PREVIOUS');
  const [now, before] = [cellOf(data, bind, metric, 'now'), previous ? cellOf(data, bind, metric, 'previous') : null];
  if (bind.at === 'change') return writeChange(lang, bind, metric, now, before);
  const cell = bind.at === 'now' ? now : before;
  const number = cell ? numberOf(cell, bind.part) : null;
  if (!cell || number === null) return nothing(lang, 'NO_DATA', cell?.illustrative);
  const plain = writeValue(number, formatOf(metric, bind.part), lang, bind.style !== 'plain');
  const bound = cell.atLeast && (bind.part === 'value' || bind.part === 'numerator');
  const negative = number.lt(0) && metric.format !== 'SIGNED_PERCENT';
  return {
    text: bound ? writeAtLeast(number, plain, lang) : plain,
    value: number.toFixed(),
    illustrative: cell.illustrative,
    ...(negative ? { concern: 'NEGATIVE' } : concernOfEntries(lang, metric, cell)),
  };
}

function concernOfEntries(lang: Lang, metric: Metric, cell: MetricValue): Pick<WrittenFigure, 'concern' | 'lacking'> {
  const lacking = lackingEntries(metric, cell.coverage);
  return lacking ? { concern: 'NOT_ENTERED', lacking: lacking[lang] } : { concern: null };
}

/** A part that no row falls into counts none. */
function cellOf(data: FigureData, bind: MetricBinding, metric: Metric, at: 'now' | 'previous'): MetricValue | null {
  const found = data.metric(bind, at);
  if (found || !bind.by || metric.unit !== 'CASES') return found;
  return {
    id: bind.metric,
    value: '0',
    numerator: '0',
    denominator: null,
    atLeast: false,
    illustrative: false,
    note: null,
    coverage: null,
  };
}

function writeChange(
  lang: Lang,
  { part }: MetricBinding,
  metric: Metric,
  now: MetricValue | null,
  before: MetricValue | null,
): WrittenFigure {
  const [to, from] = [now && numberOf(now, part), before && numberOf(before, part)];
  const illustrative = (now?.illustrative ?? false) || (before?.illustrative ?? false);
  if (!to || !from) return nothing(lang, 'NO_DATA', illustrative);
  const change = to.minus(from);
  const share = metric.unit === 'SHARE' && formatOf(metric, part) !== 'INTEGER';
  if (share)
    return { text: writePoints(change.times(100), lang), value: change.toFixed(), illustrative, concern: null };
  return {
    text: writeValue(change, formatOf(metric, part), lang),
    value: change.toFixed(),
    illustrative,
    ...(change.lt(0) ? { concern: 'NEGATIVE' } : concernOfEntries(lang, metric, now!)),
  };
}

function writeNote(data: FigureData, bind: MetricBinding): WrittenFigure {
  const cell = data.metric(bind, 'now');
  const text = cell?.note?.[data.subject.lang] ?? (data.subject.lang === 'zh' ? '无附注' : 'no remark');
  return { text, value: null, illustrative: false, concern: null };
}

function writeNames(data: FigureData, bind: NamesBinding): WrittenFigure {
  const { lang } = data.subject;
  const names = listNames(data, bind);
  const illustrative = names.some((name) => name.illustrative);
  if (bind.of === 'count') {
    const value = new Big(names.length);
    return { text: writeDecimal(value, lang), value: value.toFixed(), illustrative, concern: null };
  }
  const text = names.length === 0 ? (lang === 'zh' ? '无' : 'none') : joinNames(names, bind, lang);
  return { text, value: null, illustrative, concern: names.length === 0 ? 'EMPTY_LIST' : null };
}

/** A unit without a case has no rank, and there is none until something is rectified; ties share one (docs/domain.md#arithmetic). */
function writeRank(data: FigureData, { unit }: RankBinding): WrittenFigure {
  const standings = data.standings(data.subject.unit.code);
  const standing = standings.find((town) => town.unit === unit);
  if (!standing) return nothing(data.subject.lang, 'NO_DATA');
  const ranked = standing.rank !== null && standings.some(({ rectified }) => rectified > 0);
  const value = ranked ? String(standing.rank) : null;
  return { text: value ?? NO_FIGURE, value, illustrative: standing.illustrative, concern: null };
}

function writeBoundDay(data: FigureData, { day, style }: DayBinding): WrittenFigure {
  const { subject } = data;
  const days = {
    asOf: subject.asOf,
    previous: subject.previous?.asOf ?? null,
    deadline: subject.campaign.deadline,
    reply: addDays(subject.asOf, subject.replyDays),
  };
  const value = days[day];
  if (value === null) return nothing(subject.lang, day === 'previous' ? 'NO_PREVIOUS' : 'NO_DATA');
  return { text: writeDay(value, subject.lang, style), value, illustrative: false, concern: null };
}

/** 3000人以下的村3万元、3001至5000人的4万元、5001人以上的5万元，社区3万元; nothing where the county has no tiers. */
function writeStandard({ tiers, subject: { lang } }: FigureData): WrittenFigure {
  const kinds = (
    [
      ['village', '村', 'villages'],
      ['community', '社区', 'communities'],
    ] as const
  ).map(([kind, zh, en]) =>
    tierWords(
      tiers.filter((tier) => tier.kind === kind),
      lang === 'zh' ? zh : en,
      lang,
    ),
  );
  const text = kinds.filter((words) => words !== '').join(lang === 'zh' ? '，' : '; ');
  return text === '' ? nothing(lang, 'NO_DATA') : { text, value: null, illustrative: false, concern: null };
}

function tierWords(tiers: readonly FundingTier[], kind: string, lang: Lang): string {
  return tiers
    .map(({ populationOver, dueYuan }, i) => {
      const due = writeMoney(new Big(dueYuan), lang);
      const upTo = tiers[i + 1]?.populationOver;
      const from = populationOver + 1;
      if (lang === 'zh') {
        if (tiers.length === 1) return `${kind}${due}`;
        if (upTo === undefined) return `${from}人以上的${due}`;
        return i === 0 ? `${upTo}人以下的${kind}${due}` : `${from}至${upTo}人的${due}`;
      }
      if (tiers.length === 1) return `${kind} ${due}`;
      const people = (count: number): string => writeDecimal(new Big(count), lang);
      if (upTo === undefined) return `from ${people(from)} people ${due}`;
      return i === 0
        ? `${kind} of up to ${people(upTo)} people ${due}`
        : `${people(from)} to ${people(upTo)} people ${due}`;
    })
    .join(lang === 'zh' ? '、' : ', ');
}

/** The post of a leader; in English as entered, else as the ledger has it. */
const postOf = ({ post, postEn }: NonNullable<CaseFacts['leader']>, lang: Lang): string =>
  lang === 'zh' ? post : (postEn ?? post);

function writeCase(data: FigureData, { caseNo, field }: CaseBinding): WrittenFigure {
  const { lang, asOf } = data.subject;
  const facts = data.caseOf(caseNo);
  if (!facts) return nothing(lang, 'UNKNOWN_CASE');
  const { row } = facts;
  const wording = (text: string | null, illustrative: boolean, value: string | null = null): WrittenFigure =>
    text === null
      ? nothing(lang, 'NO_DATA')
      : { text, value, illustrative, concern: row.rectified ? 'CASE_RECTIFIED' : null };
  switch (field) {
    case 'unit':
      return wording(facts.name, facts.nameIllustrative);
    case 'cause': {
      const cause = data.causes.get(row.primaryCauseCode);
      const text = (lang === 'zh' ? cause?.nameZh : cause?.nameEn) ?? row.primaryCauseCode;
      return wording(text, marks(facts, 'primary_cause'));
    }
    case 'symptoms':
      return wording(lang === 'zh' ? row.symptoms : row.symptomsEn, marks(facts, 'symptoms'));
    case 'deadline':
      return wording(row.deadline && writeDay(row.deadline, lang), marks(facts, 'deadline'), row.deadline);
    case 'leader':
      return wording(facts.leader && postOf(facts.leader, lang), facts.leader?.illustrative ?? false);
    case 'daysOverdue': {
      const days = row.overdue && row.deadline ? daysBetween(row.deadline, asOf) : 0;
      return wording(writeDecimal(new Big(days), lang), marks(facts, 'deadline'), String(days));
    }
    case 'state':
      return wording(stateWords(row.state, lang), false);
  }
}
