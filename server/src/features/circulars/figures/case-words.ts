import type { Lang } from '../../../domain/text.ts';
import type { CaseStateName } from '../../../graphql-types/enums.ts';
import { STATES } from '../../../metrics/index.ts';

/** The word for a state. */
export const stateWords = (state: CaseStateName, lang: Lang): string =>
  lang === 'zh' ? STATES[state].zh : STATES[state].en.toLowerCase();
