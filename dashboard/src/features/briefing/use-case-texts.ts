import { computed, type ComputedRef } from 'vue';
import { useOperation } from '../../api/use-operation.ts';
import { BriefingTextsDocument, type BriefingTextsQueryVariables } from '../../generated/graphql.ts';
import { embedded } from './embedded.ts';

/** Texts about cases that never leave the building in a file; null where there is none, or where it is a file that asks. */
export interface CaseTexts {
  readonly symptoms: (caseNo: string) => string | null;
  readonly measure: (caseNo: string, no: number) => string | null;
  /** Whom a reminder card went to. */
  readonly addressee: (card: string) => string | null;
}

/**
 * Asks for them apart from what the screens show, so that the digest of a screen is the same in a file (policy.ts of the
 * server's briefing).
 */
export function useCaseTexts(variables: () => BriefingTextsQueryVariables | null): ComputedRef<CaseTexts> {
  const operation = useOperation(BriefingTextsDocument, () => (embedded.value === null ? variables() : null));
  return computed(() => {
    const report = operation.data.value?.orgUnit?.report;
    const own = report?.own?.edges.map(({ node }) => node) ?? [];
    const measures = new Map<string, string>();
    for (const { caseNo, measures: all } of own) {
      for (const { no, content } of all) measures.set(`${caseNo}/${no}`, content);
    }
    for (const { node } of report?.left.edges ?? []) {
      if (node.nextMeasure) measures.set(`${node.caseNo}/${node.nextMeasure.no}`, node.nextMeasure.content);
    }
    const addressees = new Map(own.flatMap(({ reminders }) => reminders.map((card) => [card.id, card.answeredBy])));
    return {
      symptoms: (caseNo) => own.find((one) => one.caseNo === caseNo)?.symptoms ?? null,
      measure: (caseNo, no) => measures.get(`${caseNo}/${no}`) ?? null,
      addressee: (card) => addressees.get(card) ?? null,
    };
  });
}
