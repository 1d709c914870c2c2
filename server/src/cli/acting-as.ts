import { principalNamed } from '../access/principals.ts';
import type { Principal } from '../domain/principal.ts';
import { WallchartError } from '../domain/errors.ts';

/** The option of every command that reads or writes for someone. */
export const AS = {
  type: 'string',
  default: 'system',
  valueHint: 'NAME',
  description: 'Who acts: the name that is noted beside what is recorded, sealed or issued.',
} as const;

const LONGEST = 100;

/** Whom a command acts for. @throws WallchartError BAD_INPUT for a name that is blank or too long */
export function actingAs(name: string): Principal {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= LONGEST) return principalNamed(trimmed);
  throw new WallchartError('BAD_INPUT', `--as: expected a name of 1 to ${LONGEST} characters.`);
}
