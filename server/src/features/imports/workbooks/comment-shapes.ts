import { XML_HEAD } from '../../../rendering/workbook/xml-text.ts';
import { columnOfRef } from '../reading/xlsx-rows.ts';

const SHAPE = /<v:shape\s(?:(?!<\/v:shape>)[^])*<\/v:shape>\s*/g;
const TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const EMPTY = `${XML_HEAD}<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`;

const number = (shape: string, tag: string): number =>
  Number(new RegExp(`<x:${tag}>\\s*(\\d+)\\s*</x:${tag}>`).exec(shape)?.[1] ?? -1);

/**
 * The drawing that places the comments of a sheet, without which spreadsheets do not show them: that which the sheet has,
 * with a shape for each of these cells. Buttons and other controls stay, and so do the sizes of old comments.
 *
 * @param vml of the sheet, '' for none
 */
export function commentShapes(vml: string, cells: readonly string[]): string {
  const wanted = new Map(cells.map((ref) => [`${rowOf(ref)}:${columnOfRef(ref)}`, ref]));
  const kept = (/<\/xml>\s*$/.test(vml) ? vml : EMPTY).replace(SHAPE, (shape) => {
    if (!/ObjectType="Note"/.test(shape)) return shape;
    return wanted.delete(`${number(shape, 'Row')}:${number(shape, 'Column')}`) ? shape : '';
  });
  const ids = [...kept.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id));
  const first = ids.reduce((highest, id) => Math.max(highest, id), 1024) + 1;
  const shapes = [...wanted.values()].map((ref, at) => shapeOf(ref, first + at));
  const type = kept.includes('id="_x0000_t202"') ? '' : TYPE;
  return kept.replace(/<\/xml>\s*$/, () => `${type}${shapes.join('')}</xml>`);
}

const rowOf = (ref: string): number => Number(ref.replace(/^[A-Z]+/, '')) - 1;

function shapeOf(ref: string, id: number): string {
  const [column, row] = [columnOfRef(ref), rowOf(ref)];
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:260pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 5}, 15, ${row + 6}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
