import { NONE } from '@wallchart/charts/format';
import { progressOf, type Progress } from '@wallchart/charts/map';
import { chartWords } from '@wallchart/charts';
import type { LedgerCaseFragment } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { stateMark } from '@wallchart/charts/terms';
import { useCaseWords } from '../../ledger/use-case-words.ts';
import type { RankedTown } from '../wall-rows.ts';

/** A part of the unit as the ranking has it, with its rate. */
export type MappedTown = RankedTown & {
  readonly rate?: string | null;
  readonly unit: { readonly code: string; readonly name: string; readonly level: number };
};

/** "3/4": rectified of identified; a part without a case has none. */
export const figureOf = ({ identified, rectified }: RankedTown): string =>
  identified > 0 ? `${rectified}/${identified}` : NONE;

/** What the map says of a part and of a case. */
export function useMapWords() {
  const { t, lang, pick } = useLanguage();
  const words = useCaseWords();
  const progressWord = (progress: Progress): string => chartWords(lang.value).progress[progress];
  const when = (item: LedgerCaseFragment): string => {
    if (item.rectifiedOn) return t('wallchart.rectifiedOn', { day: item.rectifiedOn });
    return typeof item.daysLeft === 'number' ? words.value.daysLeft(item.daysLeft) : t('wallchart.noDeadline');
  };
  const ofCase = (item: LedgerCaseFragment) => ({
    name: item.unit.name,
    place: item.town && item.town.code !== item.unit.code ? item.town.name : '',
    mark: stateMark(item),
    state: words.value.state(item.state),
    /** The word of its pattern, where the state does not say it: overdue. */
    late: item.overdue ? t('mark.overdue') : '',
    cause: pick(item.primaryCause),
    when: when(item),
    leader: item.contactLeader ?? t('wallchart.noLeader'),
  });
  return {
    progressWord,
    ofCase,
    caseLabel: (item: LedgerCaseFragment): string => {
      const { name, place, state, late, cause, when: day, leader } = ofCase(item);
      return [name, place, state, late, cause, day, leader].filter((part) => part !== '').join(' · ');
    },
    areaLabel: (town: MappedTown): string => {
      const { rank, tied } = town;
      const place = rank ? t(tied ? 'wallchart.tied' : 'wallchart.rank', { rank }) : '';
      return [town.unit.name, figureOf(town), progressWord(progressOf(town)), place]
        .filter((part) => part !== '')
        .join(' · ');
    },
  };
}
