import { WallchartError } from '../../domain/errors.ts';

/**
 * Size of a complete SVG by its viewBox, or by its width and height; units do not matter where only the ratio does.
 * @throws WallchartError INTERNAL when it has neither
 */
export function svgSize(svg: string): { readonly width: number; readonly height: number } {
  const tag = /<svg\b[^>]*>/u.exec(svg)?.[0] ?? '';
  const box = /\bviewBox="\s*[\d.+-]+[\s,]+[\d.+-]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"/u.exec(tag);
  const width = Number(box?.[1] ?? attribute(tag, 'width'));
  const height = Number(box?.[2] ?? attribute(tag, 'height'));
  if (!(width > 0 && height > 0)) throw new WallchartError('INTERNAL', 'A picture of a document has no size.');
  return { width, height };
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([\\d.]+)(?:px|pt|mm)?"`, 'u').exec(tag)?.[1];
