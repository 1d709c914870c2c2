import type { OrgUnit } from '../units/index.ts';
import type { FigureSource } from './subject.ts';

/** The kinds of the units below a unit, each once. */
export async function childKindsOf({ units }: Pick<FigureSource, 'units'>, { code, on }: OrgUnit): Promise<string[]> {
  const children = await units.children.load({ code, on });
  return [...new Set(children.map(({ kind }) => kind))];
}
