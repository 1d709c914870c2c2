import type { ImportPhase, ImportProgress } from '../features/imports/index.ts';

type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

const REDRAW_MS = 100;
/** Between two lines of the same phase where there is no terminal. */
const LINE_MS = 2000;
const WIDTH = 24;
const WORDS: Record<ImportPhase, string> = {
  opening: 'Opening',
  reading: 'Reading',
  checking: 'Checking',
  writing: 'Writing',
  done: 'Done',
};

/** Shows how far an import is: a bar on a terminal, a line for each sheet and step elsewhere. */
export function importProgress(out: Output): {
  readonly show: (progress: ImportProgress) => void;
  readonly end: () => void;
} {
  let last = '';
  let drawnAt = 0;
  const show = (progress: ImportProgress): void => {
    const { phase, sheet, rowsDone, fraction } = progress;
    if (!out.isTTY) {
      if (phase === 'done' || (phase === last && Date.now() - drawnAt < LINE_MS)) return;
      last = phase;
      drawnAt = Date.now();
      out.write(`${WORDS[phase]}${sheet ? ` ${sheet}` : ''} …${rowsDone > 0 ? ` ${rowsDone} rows so far` : ''}\n`);
      return;
    }
    const step = `${phase} ${sheet ?? ''}`;
    if (step === last && Date.now() - drawnAt < REDRAW_MS) return;
    last = step;
    drawnAt = Date.now();
    const part = phase === 'reading' ? (fraction ?? 0) : phase === 'opening' ? 0 : 1;
    const full = Math.round(part * WIDTH);
    out.write(
      `\r\u001b[K[${'█'.repeat(full)}${'·'.repeat(WIDTH - full)}] ${String(Math.round(part * 100)).padStart(3)} %  ${WORDS[phase]}${sheet ? ` ${sheet}` : ''}, ${rowsDone} rows`,
    );
  };
  return { show, end: () => void (out.isTTY && out.write('\r\u001b[K')) };
}
