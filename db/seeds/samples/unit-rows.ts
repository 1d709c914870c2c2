import { placeName } from './place-name.ts';
import { cell, readData, type Row } from './read-csv.ts';

const KIND_OF_REGISTER: Record<string, string> = { 'quasi-township': 'other', 'quasi-village': 'other' };

/**
 * The rows of sheet `units`: the register of divisions of one county, then the organisations that the report counts
 * without naming them (wholly illustrative, so that no count of villages includes them).
 * @param people population and members by unit code, which are illustrative wherever they are given
 */
export async function unitRows(folder: string, register: string, people: ReadonlyMap<string, Row>): Promise<Row[]> {
  const listed = await readData(register);
  const unnamed = await readData(`${folder}/unnamed-units.csv`);
  const row = (unit: Row, illustrative: string): Row => {
    const known = people.get(cell(unit, 'code'));
    return {
      code: cell(unit, 'code'),
      name: placeName(cell(unit, 'name')),
      kind: KIND_OF_REGISTER[cell(unit, 'kind')] ?? cell(unit, 'kind'),
      parent_code: cell(unit, 'parent_code'),
      population: known ? cell(known, 'population') : '',
      members: known ? cell(known, 'members') : '',
      illustrative: illustrative || (known ? 'population;members' : ''),
    };
  };
  return [...listed.map((unit) => row(unit, '')), ...unnamed.map((unit) => row(unit, 'yes'))];
}
