import type { OrgUnit } from '../../units/index.ts';
import type { FigureSource, Subject } from '../subject.ts';

export interface NamedUnit {
  /** 鲤南镇东山村: a village with its town, seen from above the town. */
  readonly name: string;
  /** The unit itself is made up, not only something about it. */
  readonly illustrative: boolean;
}

/** Units as a circular names them, as they were on its cut-off. */
export async function nameUnits(
  { units }: Pick<FigureSource, 'units'>,
  subject: Subject,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NamedUnit>> {
  const { unit, asOf } = subject;
  const load = async (wanted: readonly string[]): Promise<OrgUnit[]> => {
    const found = await units.unit.loadMany(wanted.map((code) => ({ code, on: asOf })));
    return found.flatMap((row) => (row === null || row instanceof Error ? [] : [row]));
  };
  const wanted = [...new Set(codes)];
  const rows = await load(wanted);
  const townOf = (row: OrgUnit) => (row.level === 5 && unit.level < 4 ? row.levelCodes[3] : null);
  const towns = await load([...new Set(rows.map(townOf).filter((code) => typeof code === 'string'))]);
  const townNames = new Map(towns.map(({ code, name }) => [code, name]));
  return new Map(
    rows.map((row) => [
      row.code,
      { name: nameWithTown(subject, row.name, townNames.get(townOf(row) ?? '')), illustrative: row.madeUp },
    ]),
  );
}

/** 鲤南镇东山村; Dongshan Village, Linan Town. */
function nameWithTown({ lang, nameOf }: Subject, name: string, town = ''): string {
  if (lang === 'zh') return `${town}${name}`;
  return town === '' ? nameOf(name) : `${nameOf(name)}, ${nameOf(town)}`;
}
