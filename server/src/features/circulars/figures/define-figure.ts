import { registry } from '../../../metrics/index.ts';
import type { Binding, MetricBinding } from '../content/binding.ts';
import type { Subject } from '../subject.ts';
import { CASE_WORDS, DAY_WORDS, LIST_WORDS, PART_WORDS, RANK_DEFINITION, TIME_WORDS } from './figure-words.ts';
import { writeDay } from './write-day.ts';

/** What a figure is called: 完成率（分子），较上期变化. */
export function labelFigure({ lang }: Pick<Subject, 'lang'>, bind: Binding): string {
  const between = (label: string, more: string) => (lang === 'zh' ? `${label}（${more}）` : `${label} (${more})`);
  switch (bind.of) {
    case 'metric':
      return labelMetric(lang, bind);
    case 'names':
      return between(LIST_WORDS[bind.list].label[lang], lang === 'zh' ? '名单' : 'names');
    case 'count':
      return between(LIST_WORDS[bind.list].label[lang], lang === 'zh' ? '个数' : 'number');
    case 'day':
      return DAY_WORDS[bind.day][lang];
    case 'rank':
      return lang === 'zh' ? `位次 [${bind.unit}]` : `Rank [${bind.unit}]`;
    case 'standard':
      return lang === 'zh' ? '村级组织运转经费标准（每年）' : 'Operating funds a year, by population';
    case 'case':
      return `${bind.caseNo} ${CASE_WORDS[bind.field][lang]}`;
  }
}

function labelMetric(lang: Subject['lang'], { metric, part, at, by, unit }: MetricBinding): string {
  const { label } = registry.get(metric)!;
  const where = [unit, by && `${by.dimension}=${by.key}`].filter((text) => text !== undefined).join(' ');
  return `${label[lang]}${PART_WORDS[part][lang]}${TIME_WORDS[at][lang]}${where && ` [${where}]`}`;
}

/** What a figure is, in words, as a reader can check it: its name, the day, the definition. */
export function defineFigure(subject: Subject, bind: Binding): string {
  const { lang, asOf, previous } = subject;
  const label = labelFigure(subject, bind);
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
