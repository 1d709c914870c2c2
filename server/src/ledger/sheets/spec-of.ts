import { comparable } from '../../domain/narrow.ts';
import { SHEETS, type SheetSpec } from './index.ts';

/** The sheet that a name in either language means. */
export const specOf = (name: string): SheetSpec | undefined => {
  const wanted = comparable(name);
  return SHEETS.find((spec) => [spec.key, spec.zh, spec.en].some((known) => comparable(known) === wanted));
};
