import { localName, type Attributes, type XmlHandler } from '../../../reading/xml-stream.ts';

/** An attribute by its name without prefix: `w:val` and `val` are the same to us. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const usual = attributes[`w:${name}`] ?? attributes[name];
  if (usual !== undefined) return usual;
  for (const key in attributes) if (localName(key) === name) return attributes[key];
  return undefined;
}

interface Style {
  basedOn: string | undefined;
  /** 1 to 9, 0 for text that says so, undefined where the style it is based on decides. */
  level: number | undefined;
}

/** Outline level (1 to 9) of a value of `w:outlineLvl`, 0 for its "body text" (9). */
export function outlineLevel(value: string | undefined): number | undefined {
  const level = Number(value);
  return Number.isInteger(level) && level >= 0 && level <= 9 ? (level + 1) % 10 : undefined;
}

/** Reads word/styles.xml for what is a heading: programs rename styles on saving, but keep their outline levels. */
export class StyleLevels implements XmlHandler {
  private readonly styles = new Map<string, Style>();
  private current: Style | undefined;
  private readonly known = new Map<string, number | null>();

  open(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val');
    if (name === 'style') {
      this.current = { basedOn: undefined, level: undefined };
      this.styles.set(attribute(attributes, 'styleId') ?? '', this.current);
    } else if (this.current) {
      if (name === 'basedOn') this.current.basedOn = value;
      if (name === 'outlineLvl') this.current.level = outlineLevel(value);
      if (name === 'name') this.current.level ??= Number(/^heading (\d)$/iu.exec(value ?? '')?.[1] ?? NaN) || undefined;
    }
  }

  close(name: string): void {
    if (name === 'style') this.current = undefined;
  }

  /** Level of a paragraph style, 1 to 9; null for text. */
  levelOf(styleId: string): number | null {
    const known = this.known.get(styleId);
    if (known !== undefined) return known;
    const level = this.search(styleId);
    this.known.set(styleId, level);
    return level;
  }

  private search(styleId: string): number | null {
    const seen = new Set<string>();
    for (let id: string | undefined = styleId; id !== undefined && !seen.has(id); id = this.styles.get(id)?.basedOn) {
      seen.add(id);
      const level = this.styles.get(id)?.level;
      if (level !== undefined) return level === 0 ? null : level;
    }
    return null;
  }
}
