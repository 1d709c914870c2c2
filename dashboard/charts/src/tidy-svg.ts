/** Middle of the ideographs and of the digits above the baseline, in em: where "central" stands in fonts for Chinese. */
const MIDDLE = 0.37;

/**
 * A drawing of ECharts as a picture that other programs read: the counters in its ids replaced by a prefix of its own (the
 * same data give the same bytes, and two pictures on one page do not share patterns), no hover styles, and the
 * vertical middle of texts said by their place, since Word and LibreOffice do not know `dominant-baseline`.
 */
export function tidySvg(svg: string, ids: string): string {
  return svg
    .replaceAll(/<style ?>[\s\S]*?<\/style>\s*/g, '')
    .replaceAll(/ (?:ecmeta_\w+|class|pointer-events|baseProfile|xmlns:xlink)="[^"]*"/g, '')
    .replaceAll(/(="url\(#| id=")zr\d+-/g, `$1${ids}-`)
    .replaceAll(/<text( [^>]*)>/g, (_tag, attributes: string) => `<text${centred(attributes)}>`)
    .replaceAll(/>\n+</g, '><')
    .trim();
}

/** The attributes of a text that ECharts centred on `y`, with type as attributes and `y` on the baseline. */
function centred(attributes: string): string {
  const style = / style="([^"]*)"/.exec(attributes)?.[1] ?? '';
  const size = Number(/font-size:([\d.]+)px/.exec(style)?.[1] ?? 12);
  const weight = /font-weight:(\w+)/.exec(style)?.[1];
  const y = Number(/ y="(-?[\d.]+)"/.exec(attributes)?.[1] ?? 0) + size * MIDDLE;
  const rest = attributes.replaceAll(/ (?:dominant-baseline|style|y)="[^"]*"/g, '');
  return ` y="${Number(y.toFixed(2))}" font-size="${size}"${weight === undefined ? '' : ` font-weight="${weight}"`}${rest}`;
}
