import type { ColumnSpec } from '../../../ledger/sheets/index.ts';
import { narrow } from '../../../domain/narrow.ts';

const DASH = /^(?:[-‐-―−─]+|[/\\]+)$/;
const NOTHING = /^[(]?(?:无|暂无|没有|待定|未定|待核|不详|空|空白|n\/?a|none|null|nil|tbd)[)]?[。.]?$/i;

/**
 * Whether a text is what offices write to say that there is nothing to write: `/`, `—`, 无, 待定. Running text never is, and
 * 无 may be an answer to a question of yes or no.
 */
export function isBlankMark(text: string, { type }: ColumnSpec): boolean {
  if (type.kind === 'text' || text.length > 8) return false;
  const word = narrow(text);
  return DASH.test(word) || (type.kind !== 'bool' && NOTHING.test(word));
}
