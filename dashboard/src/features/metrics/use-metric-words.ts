import type { MetricReferenceQuery } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';

type Declared = MetricReferenceQuery['metrics'][number];

/** A metric's declaration in the language on screen. */
export function useMetricWords() {
  const { t, term, lang, pick } = useLanguage();
  return {
    groupTitle: (group: string): string => term('metricPage.group', group),
    entry: (metric: Declared, current: boolean) => {
      const english = lang.value === 'en';
      const dimensions = metric.dimensions.map((dimension) => t(`metricPage.dimension.${dimension}`));
      return {
        id: metric.id,
        label: pick(metric),
        definition: english ? metric.definitionEn : metric.definitionZh,
        current,
        facts: [
          { term: t('metricPage.formula'), text: english ? metric.formulaEn : metric.formulaZh },
          { term: t('metricPage.rollup'), text: english ? metric.rollupTextEn : metric.rollupTextZh },
          { term: t('metricPage.unitOf'), text: t(`metricPage.unit.${metric.unit}`) },
          { term: t('metricPage.polarity'), text: t(`metricPage.polarityKind.${metric.polarity}`) },
          { term: t('metricPage.dimensions'), text: dimensions.join(english ? ', ' : '、') },
          { term: t('metricPage.sheet'), text: term('sheet', metric.sheet) },
        ].filter((fact) => fact.text !== ''),
      };
    },
  };
}
