type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

const WIDTH = 24;
/** Between two lines where there is no terminal. */
const LINE_MS = 2000;

/** How far a command is: a bar on a terminal, a line now and then elsewhere. `part` is from 0 to 1. */
export function progressLine(out: Output): {
  readonly show: (words: string, part: number) => void;
  readonly end: () => void;
} {
  let printedAt = Date.now();
  return {
    show: (words, part) => {
      if (!out.isTTY) {
        if (Date.now() - printedAt < LINE_MS) return;
        printedAt = Date.now();
        out.write(`${words} …\n`);
        return;
      }
      const full = Math.round(Math.min(1, Math.max(0, part)) * WIDTH);
      out.write(`\r\u001b[K[${'█'.repeat(full)}${'·'.repeat(WIDTH - full)}] ${words}`);
    },
    end: () => void (out.isTTY && out.write('\r\u001b[K')),
  };
}
