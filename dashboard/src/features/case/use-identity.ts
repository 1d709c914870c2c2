import { computed } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import { formatDay, formatInteger } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { useCaseRoute } from '../ledger/use-case-route.ts';
import type { CaseRecord } from './use-case.ts';

export interface Fact {
  readonly term: string;
  readonly text: string;
  readonly to?: RouteLocationRaw;
  readonly illustrative?: boolean;
}

/** Who it is, and why it is on the list. */
export function useIdentity(record: () => CaseRecord) {
  const { t, lang, pick } = useLanguage();
  const caseRoute = useCaseRoute();
  const marked = (keys: readonly string[], ...columns: string[]): boolean =>
    keys.includes('*') || columns.some((key) => keys.includes(key));
  const day = (value: string | null | undefined): string => (value ? formatDay(value, lang.value) : '');
  const persons = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : t('case.persons', { n: formatInteger(value) });
  return {
    identity: computed<Fact[]>(() => {
      const { unit, illustrative, ...item } = record();
      const given: Fact[] = [
        { term: t('case.caseNo'), text: item.caseNo },
        { term: t('case.code'), text: unit.code, illustrative: marked(illustrative, 'unit_code') },
        { term: t('case.kind'), text: t(`kind.${unit.kind}`) },
        { term: t('case.population'), text: persons(unit.population), illustrative: unit.illustrative },
        { term: t('case.members'), text: persons(unit.members), illustrative: unit.illustrative },
        {
          term: t('case.identifiedOn'),
          text: day(item.identifiedOn),
          illustrative: marked(illustrative, 'identified_on'),
        },
        { term: t('case.deadline'), text: day(item.deadline), illustrative: marked(illustrative, 'deadline') },
        { term: t('case.rectifiedOn'), text: day(item.rectifiedOn) },
        { term: t('case.document'), text: item.documentNo ?? '' },
      ];
      if (item.relapseOf)
        given.push({
          term: t('case.relapseOf'),
          text: t('case.openRelapse', { caseNo: item.relapseOf }),
          to: caseRoute(item.relapseOf),
        });
      return given.filter((fact) => fact.text !== '');
    }),
    diagnosis: computed<Fact[]>(() => {
      const { primaryCause, otherCauses, symptoms, illustrative } = record();
      return [
        { term: t('case.primaryCause'), text: pick(primaryCause), illustrative: marked(illustrative, 'primary_cause') },
        {
          term: t('case.otherCauses'),
          text: otherCauses.map((cause) => pick(cause)).join(lang.value === 'en' ? '; ' : '；') || t('case.none'),
          illustrative: otherCauses.length > 0 && marked(illustrative, 'other_causes'),
        },
        {
          term: t('case.symptoms'),
          text: symptoms ?? t('case.none'),
          illustrative: !!symptoms && marked(illustrative, 'symptoms'),
        },
      ];
    }),
  };
}
