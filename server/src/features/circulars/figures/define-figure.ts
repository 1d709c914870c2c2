import { partWords, registry } from '../../../metrics/index.ts';
import type { Binding, MetricBinding } from '../content/binding.ts';
import type { Subject } from '../subject.ts';
import type { FigureData } from './figure-data.ts';
import { CASE_WORDS, DAY_WORDS, LIST_WORDS, PART_WORDS, RANK_DEFINITION, TIME_WORDS } from './figure-words.ts';
import { writeDay } from './write-day.ts';

/** Where words for the codes in a binding are found. */
type Named = Pick<FigureData, 'subject' | 'causes' | 'standings'>;

/** What a figure is called: 完成率（分子），较上期变化. */
export function labelFigure(data: Named, bind: Binding): string {
  const { lang } = data.subject;
  const between = (label: string, more: string) => (lang === 'zh' ? `${label}（${more}）` : `${label} (${more})`);
  switch (bind.of) {
    case 'metric':
      return labelMetric(data, bind);
    case 'names':
      return between(LIST_WORDS[bind.list].label[lang], lang === 'zh' ? '名单' : 'names');
    case 'count':
      return between(LIST_WORDS[bind.list].label[lang], lang === 'zh' ? '个数' : 'number');
    case 'day':
      return DAY_WORDS[bind.day][lang];
    case 'rank':
      return lang === 'zh' ? `${unitWords(data, bind.unit)}位次` : `Rank of ${unitWords(data, bind.unit)}`;
    case 'standard':
      return lang === 'zh' ? '村级组织运转经费标准（每年）' : 'Operating funds a year, by population';
    case 'case':
      return `${bind.caseNo} ${CASE_WORDS[bind.field][lang]}`;
  }
}

function labelMetric(data: Named, { metric, part, at, by, unit }: MetricBinding): string {
  const { lang } = data.subject;
  const { label } = registry.get(metric)!;
  const text = `${label[lang]}${PART_WORDS[part][lang]}${TIME_WORDS[at][lang]}`;
  const of = [...(unit === undefined ? [] : [unitWords(data, unit)]), ...(by ? [partOf(data, by)] : [])];
  if (of.length === 0) return text;
  return lang === 'zh' ? `${of.join('')}${text}` : `${text} (${of.join(', ')})`;
}

/** A unit by its name, where it is one of those below. */
const unitWords = ({ subject, standings }: Named, code: string): string =>
  code === subject.unit.code
    ? subject.nameOf(subject.unit.name)
    : (standings(subject.unit.code).find(({ unit }) => unit === code)?.name ?? code);

function partOf({ subject, causes }: Named, { dimension, key }: NonNullable<MetricBinding['by']>): string {
  const cause = causes.get(key);
  const words = cause ? { zh: cause.nameZh, en: cause.nameEn } : partWords(dimension, key);
  return words?.[subject.lang] ?? key;
}

/** What a figure is, in words, as a reader can check it: its name, the day, the definition. */
export function defineFigure(data: Named, bind: Binding): string {
  const { subject } = data;
  const { lang, asOf, previous } = subject;
  const label = labelFigure(data, bind);
  const definition = definitionOf(subject, bind);
  const day = bind.of === 'metric' && bind.at === 'previous' && previous ? previous.asOf : asOf;
  const dated = bind.of === 'day' ? '' : lang === 'zh' ? `（${writeDay(day, lang)}）` : ` (${writeDay(day, lang)})`;
  if (!definition) return `${label}${dated}`;
  return lang === 'zh' ? `${label}${dated}：${definition}` : `${label}${dated}: ${definition}`;
}

function definitionOf({ lang, previous }: Subject, bind: Binding): string {
  if (bind.of === 'names' || bind.of === 'count') return LIST_WORDS[bind.list].definition[lang];
  if (bind.of === 'rank') return RANK_DEFINITION[lang];
  if (bind.of !== 'metric') return '';
  const declared = registry.get(bind.metric)!;
  if (bind.at !== 'change' || !previous) return declared.definition[lang];
  const day = writeDay(previous.asOf, lang);
  const since = lang === 'zh' ? `本期减上期（${day}）。` : `This circular less the last (${day}). `;
  return `${since}${declared.definition[lang]}`;
}
