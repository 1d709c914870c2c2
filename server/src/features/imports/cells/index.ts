/** How what someone writes into a column is read; a form reads its fields as a file its cells. */
export { cellParser, isFault } from './cell-parser.ts';
