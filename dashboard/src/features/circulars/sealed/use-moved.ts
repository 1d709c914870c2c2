import { computed } from 'vue';
import { useOperation } from '../../../api/use-operation.ts';
import { MovedCircularsDocument, type MovedCircularFactsFragment } from '../../../generated/graphql.ts';

export type Moved = MovedCircularFactsFragment;

/** The sealed circulars of a campaign, or one of them, whose figures have moved since; asked after the page is there. */
export function useMoved(of: () => { campaign: string; unit: string | null; circular: string | null } | null) {
  const operation = useOperation(MovedCircularsDocument, of, { afterPaint: true });
  return computed(() => new Map((operation.data.value?.movedCirculars ?? []).map((moved) => [moved.circular, moved])));
}
