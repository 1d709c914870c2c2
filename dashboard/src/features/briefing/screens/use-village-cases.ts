import { computed } from 'vue';
import { formatDay, NONE } from '../../../format/index.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { stateMark } from '../../../terms/state-mark.ts';
import { useLinks } from '../use-links.ts';
import { useBriefingPlace } from '../use-briefing.ts';
import { useTimeLeft } from './use-time-left.ts';

/** The cases of a village: where each stands, since when, by when, and its course. */
export function useVillageCases() {
  const { t, lang, pick } = useLanguage();
  const { unit, report } = useBriefingPlace();
  const { toCase } = useLinks();
  const timeLeft = useTimeLeft();
  const day = (value: string | null): string => formatDay(value, lang.value);
  return {
    t,
    unit,
    cases: computed(() =>
      (report.value.own?.edges ?? []).map(({ node }) => {
        const marked = (column: string): boolean =>
          node.illustrative.includes(column) || node.illustrative.includes('*');
        const facts = [
          { key: 'identifiedOn', text: day(node.identifiedOn), illustrative: marked('identified_on') },
          { key: 'cause', text: pick(node.primaryCause), illustrative: marked('primary_cause') },
          {
            key: 'leader',
            text: node.contactLeader ?? NONE,
            illustrative: marked('holder') || marked('contact_leader'),
          },
          { key: 'deadline', text: day(node.deadline), illustrative: marked('deadline') },
          ...(node.grade === null ? [] : [{ key: 'grade', text: t(`grade.${node.grade}`), illustrative: false }]),
        ];
        const steps = [
          { state: 'IDENTIFIED' as const, effectiveOn: node.identifiedOn, illustrative: marked('identified_on') },
          ...node.transitions.filter(({ effectiveOn }) => effectiveOn <= report.value.asOf),
        ];
        return {
          key: node.caseNo,
          mark: stateMark(node),
          state: t(`state.${node.state}`),
          since: t('briefing.progress.stateSince', { day: day(node.stateSince) }),
          time: timeLeft(node),
          to: toCase(node.caseNo, unit.value.code),
          facts: facts.map(({ key, ...fact }) => ({ ...fact, label: t(`briefing.progress.${key}`) })),
          steps: steps.map(({ state, effectiveOn, illustrative }) => ({
            key: `${state}${effectiveOn}`,
            state: t(`state.${state}`),
            day: day(effectiveOn),
            illustrative,
          })),
        };
      }),
    ),
  };
}
