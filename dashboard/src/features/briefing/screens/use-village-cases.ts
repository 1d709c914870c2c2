import { computed } from 'vue';
import { formatDay, formatMonthDay, formatWanWithUnit, NONE } from '@wallchart/charts/format';
import { useLanguage } from '../../../i18n/use-language.ts';
import { stateMark } from '@wallchart/charts/terms';
import { useBriefingPlace, type OwnCase } from '../use-briefing.ts';
import { useLinks } from '../use-links.ts';
import { useTimeLeft } from './use-time-left.ts';

/** Something on the sheet: when, what, and whether the source gives it. */
export interface SheetLine {
  readonly key: string;
  readonly day: string;
  readonly text: string;
  readonly illustrative: boolean;
  readonly late?: boolean;
}

type FactName = 'cause' | 'deadline' | 'grade' | 'identifiedOn' | 'leader' | 'otherCauses' | 'symptoms';

/** Visits and steps that a screen carries; the rest is counted. */
const SHOWN = 4;

/** Days and measures as the sheet writes them. */
function useSheetWords() {
  const { t, term, lang } = useLanguage();
  const { texts } = useBriefingPlace();
  return {
    texts,
    day: (value: string | null): string => formatDay(value, lang.value),
    short: (value: string | null): string => (value === null ? NONE : formatMonthDay(value, lang.value)),
    measure: ({ caseNo }: OwnCase, { no, area }: OwnCase['measures'][number]): string => {
      const content = texts.value.measure(caseNo, no);
      return content ? `${term('area', area)}${t('briefing.sheet.colon')}${content}` : term('area', area);
    },
  };
}

/** Why it is listed, and its course. */
function useCourse() {
  const { t, pick } = useLanguage();
  const { report } = useBriefingPlace();
  const { texts, day, short } = useSheetWords();
  const facts = (one: OwnCase) => {
    const marked = (column: string): boolean => one.illustrative.includes(column) || one.illustrative.includes('*');
    const symptoms = texts.value.symptoms(one.caseNo);
    const others = one.otherCauses.map(pick).join(t('briefing.list'));
    const fact = (key: FactName, text: string, ...columns: string[]) => ({
      key,
      label: t(`briefing.progress.${key}`),
      text,
      illustrative: columns.some(marked),
    });
    return [
      fact('identifiedOn', day(one.identifiedOn), 'identified_on'),
      fact('cause', pick(one.primaryCause), 'primary_cause'),
      ...(others === '' ? [] : [fact('otherCauses', others, 'other_causes')]),
      ...(symptoms === null ? [] : [fact('symptoms', symptoms, 'symptoms')]),
      fact('leader', one.contactLeader ?? NONE, 'holder', 'contact_leader'),
      fact('deadline', day(one.deadline), 'deadline'),
      ...(one.grade === null ? [] : [fact('grade', t(`grade.${one.grade}`))]),
    ];
  };
  const steps = (one: OwnCase): SheetLine[] =>
    one.transitions
      .filter(({ effectiveOn }) => effectiveOn <= report.value.asOf)
      .map(({ state, effectiveOn, illustrative }) => ({
        key: `${state}${effectiveOn}`,
        day: short(effectiveOn),
        text: t(`state.${state}`),
        illustrative,
      }));
  return { facts, steps };
}

/** What was done, and what remains. */
function useWork() {
  const { t, term, lang } = useLanguage();
  const { short, measure } = useSheetWords();
  const done = (one: OwnCase): SheetLine[] =>
    one.measures
      .filter(({ doneOn }) => doneOn !== null)
      .map((each) => ({
        key: String(each.no),
        day: short(each.doneOn),
        text: measure(one, each),
        illustrative: each.illustrative,
      }));
  const remaining = (one: OwnCase): SheetLine[] => [
    ...one.measures
      .filter(({ doneOn }) => doneOn === null)
      .map((each) => ({
        key: String(each.no),
        day:
          each.dueOn === null
            ? NONE
            : t(each.overdue ? 'briefing.sheet.dueLate' : 'briefing.sheet.due', { day: short(each.dueOn) }),
        text: measure(one, each),
        illustrative: each.illustrative,
        late: each.overdue,
      })),
    ...(one.venue && one.venue.doneOn === null
      ? [
          {
            key: 'venue',
            day: term('way', one.venue.way),
            text:
              one.venue.gapYuan === null || Number(one.venue.gapYuan) === 0
                ? t('briefing.sheet.venue')
                : t('briefing.sheet.venueGap', { gap: formatWanWithUnit(one.venue.gapYuan, lang.value) }),
            illustrative: one.venue.illustrative,
          },
        ]
      : []),
  ];
  return { done, remaining };
}

/** Who went there, and what was sent. */
function useContacts() {
  const { t, term } = useLanguage();
  const { texts, short } = useSheetWords();
  const visits = ({ visits: all }: OwnCase) => ({
    shown: all.slice(0, SHOWN).map(({ role, visitedOn, illustrative }, i) => ({
      key: `${visitedOn}${role}${i}`,
      day: short(visitedOn),
      text: term('role', role),
      illustrative,
    })),
    count: all.length,
    byLeader: all.filter(({ role }) => role === 'leader').length,
  });
  const reminders = (one: OwnCase): SheetLine[] =>
    one.reminders.map((card) => {
      const post = texts.value.addressee(card.id);
      const answer = card.voided
        ? t('briefing.sheet.voided')
        : t('briefing.sheet.replyBy', { day: short(card.replyBy) });
      const to = post === null ? [] : [t('briefing.sheet.sentTo', { post })];
      return {
        key: card.id,
        day: short(card.issuedOn),
        text: [t(`briefing.sheet.rules.${card.rule}`), ...to, answer].join(t('briefing.sheet.comma')),
        illustrative: false,
      };
    });
  return { visits, reminders };
}

/** The cases of a village on one screen: why each was listed, what was done, who went and when, what remains, what was sent. */
export function useVillageCases() {
  const { t } = useLanguage();
  const { unit, report } = useBriefingPlace();
  const { toCase } = useLinks();
  const timeLeft = useTimeLeft();
  const { day } = useSheetWords();
  const sheet = { ...useCourse(), ...useWork(), ...useContacts() };
  return {
    t,
    unit,
    cases: computed(() =>
      (report.value.own?.edges ?? []).map(({ node }) => ({
        key: node.caseNo,
        mark: stateMark(node),
        state: t(`state.${node.state}`),
        since: t('briefing.progress.stateSince', { day: day(node.stateSince) }),
        time: timeLeft(node),
        to: toCase(node.caseNo, unit.value.code),
        facts: sheet.facts(node),
        steps: sheet.steps(node),
        done: sheet.done(node),
        measures: node.measures.length,
        remaining: sheet.remaining(node),
        finished: node.rectified,
        visits: sheet.visits(node),
        reminders: sheet.reminders(node),
      })),
    ),
  };
}
