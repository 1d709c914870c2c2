import type { AnsweredStatement } from '@wallchart/db';

const LONGEST = 200;

/** One line for a statement: its milliseconds, its rows, its text with the name that it begins with, shortened. */
export function statementLine({ text, milliseconds, rows }: AnsweredStatement): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const shown = line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
  const answer = rows === null ? 'failed'.padStart(10) : `${String(rows).padStart(5)} rows`;
  return `sql ${milliseconds.toFixed(1).padStart(6)} ms ${answer}  ${shown}`;
}

/** Prints a statement to standard error. */
export const printStatement = (statement: AnsweredStatement): void =>
  void process.stderr.write(`${statementLine(statement)}\n`);
