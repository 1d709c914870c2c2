import type { CaseStateName, Lang } from '../../../graph/enums.ts';
import { STATES } from '../../../metrics/index.ts';

/** The word for a state. */
export const stateWords = (state: CaseStateName, lang: Lang): string =>
  lang === 'zh' ? STATES[state].zh : STATES[state].en.toLowerCase();
