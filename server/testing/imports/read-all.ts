/** Reads a workbook to its end in a process of its own and says what that took: run with the path as argument. */
import { openSource } from '../../src/features/imports/reading/open-source.ts';

const path = process.argv[2] ?? '';
const idle = process.memoryUsage().rss;
let top = idle;
const watch = setInterval(() => {
  top = Math.max(top, process.memoryUsage().rss);
}, 5);
const started = performance.now();
let rows = 0;
let problem: string | null = null;
try {
  const source = await openSource(path);
  for (const sheet of source.sheets) for await (const batch of sheet.rows()) rows += batch.length;
  source.close();
} catch (error) {
  problem = (error as { problem?: string }).problem ?? String(error);
}
clearInterval(watch);
top = Math.max(top, process.memoryUsage().rss);
process.stdout.write(
  JSON.stringify({
    rows,
    problem,
    seconds: (performance.now() - started) / 1000,
    megabytes: (top - idle) / 1024 / 1024,
  }),
);
