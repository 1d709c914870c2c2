import { useStyleTag } from '@vueuse/core';

/**
 * While the wall chart is open, paper is A3 across. It is not a page of a name: Chromium 109 prints a part of one on A4 and
 * loses the rest.
 */
export function useWallPaper(): void {
  useStyleTag('@page { size: A3 landscape; margin: 10mm; }', { media: 'print' });
}
