export type { Words } from '../../reading/words.ts';
