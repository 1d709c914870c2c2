import { childKindsOf } from '../child-kinds.ts';
import { subjectOfInput, writeContent, type DraftInput } from '../circular.service.ts';
import type { DocumentContext } from '../document-context.ts';
import type { CircularWarning } from '../circular.types.ts';
import { buildPage, type Page } from './build-document.ts';
import { contradictionsOf } from './contradictions.ts';
import { warningsOf } from './warnings.ts';

/** A draft that no one keeps. */
export interface WrittenDraft extends Page {
  readonly asOf: string;
  readonly previousAsOf: string | null;
  /** What to check before it is sent. */
  readonly warnings: readonly CircularWarning[];
}

/**
 * Writes a circular as it would be drafted and printed, without keeping it.
 *
 * @param knownAt ISO moment; null is now
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN, BAD_INPUT, BAD_DATE
 */
export async function writeDraft(
  documents: DocumentContext,
  input: DraftInput,
  knownAt: string | null,
): Promise<WrittenDraft> {
  const subject = { ...(await subjectOfInput(documents, input)), knownAt };
  const content = await writeContent(documents, subject, input);
  const childKinds = await childKindsOf(documents, subject.unit);
  const issue = { number: null, createdAt: knownAt ?? new Date().toISOString() };
  const page = await buildPage(documents, subject, content, childKinds, issue);
  const { lang, asOf, campaign } = subject;
  const contradictions = contradictionsOf(lang, content, page.figures, null);
  const names = [campaign.nameZh, campaign.nameEn ?? campaign.nameZh];
  const warnings = await warningsOf({ lang, asOf, draft: { content } }, names, { ...page, contradictions });
  return { ...page, asOf, previousAsOf: subject.previous?.asOf ?? null, warnings };
}
