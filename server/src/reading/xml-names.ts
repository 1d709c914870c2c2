export type Attributes = Readonly<Record<string, string>>;

const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

const prefixOf = (name: string): string => name.slice(0, Math.max(name.indexOf(':'), 0));

/** Prefixes and what they stand for, within one element and those in it. */
type Scope = ReadonlyMap<string, string>;

const XML_SCOPE: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

function scopeWithin(outer: Scope, attributes: Attributes): Scope {
  let scope: Map<string, string> | undefined;
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) continue;
    const prefix = key === 'xmlns' ? '' : key[5] === ':' ? key.slice(6) : undefined;
    if (prefix !== undefined) (scope ??= new Map(outer)).set(prefix, attributes[key] ?? '');
  }
  return scope ?? outer;
}

/** An attribute by the namespace of its prefix: `r:id`, whatever stands for `r`. */
export type AttributeOf = (attributes: Attributes, local: string, namespaces: readonly string[]) => string | undefined;

/**
 * Tells the elements of known namespaces from others by what their prefixes stand for: `x:row` and `row` may be the same,
 * `x15:workbookPr` and `workbookPr` are not. What stands within an unknown element is skipped with it, and of the choices
 * of `mc:AlternateContent` the one is taken that needs nothing unknown (ECMA-376-3). Without namespaces all are known.
 */
export class Vocabulary {
  private readonly known: (namespace: string | undefined) => boolean;
  /** for each open element the scope outside it */
  private readonly outer: Scope[] = [];
  private scope: Scope = XML_SCOPE;
  /** elements open within the skipped one, itself included */
  private skipped = 0;
  /** for each open `mc:AlternateContent` whether one of its choices was taken */
  private readonly taken: boolean[] = [];
  private readonly all: boolean;

  constructor(namespaces?: readonly string[]) {
    this.all = namespaces === undefined;
    const set = new Set(namespaces);
    this.known = (namespace) => namespace !== undefined && set.has(namespace);
  }

  get isSkipping(): boolean {
    return this.skipped > 0;
  }

  /** Whether it is the root that is unknown: there is nothing to read. */
  get isForeign(): boolean {
    return this.skipped === 1 && this.outer.length === 1;
  }

  /** The local name of an element that starts; null if it is not for the handler. */
  open(name: string, attributes: Attributes): string | null {
    if (this.all) return localName(name);
    this.outer.push(this.scope);
    this.scope = scopeWithin(this.scope, attributes);
    if (this.skipped > 0) {
      this.skipped += 1;
      return null;
    }
    const namespace = this.scope.get(prefixOf(name));
    if (this.known(namespace)) return localName(name);
    if (namespace !== COMPATIBILITY || !this.compatibility(localName(name), attributes)) this.skipped = 1;
    return null;
  }

  /** The local name of an element that ends; null if it was not for the handler. */
  close(name: string): string | null {
    if (this.all) return localName(name);
    const namespace = this.scope.get(prefixOf(name));
    this.scope = this.outer.pop() ?? XML_SCOPE;
    if (this.skipped > 0) {
      this.skipped -= 1;
      return null;
    }
    if (this.known(namespace)) return localName(name);
    if (localName(name) === 'AlternateContent') this.taken.pop();
    return null;
  }

  /** See {@link AttributeOf}. */
  readonly attribute: AttributeOf = (attributes, local, namespaces) => {
    for (const key in attributes) {
      if (key.length <= local.length || !key.endsWith(`:${local}`)) continue;
      if (namespaces.includes(this.scope.get(prefixOf(key)) ?? '')) return attributes[key];
    }
    return undefined;
  };

  /** Whether what stands in an element of the compatibility namespace is to be read. */
  private compatibility(local: string, attributes: Attributes): boolean {
    if (local === 'AlternateContent') {
      this.taken.push(false);
      return true;
    }
    const last = this.taken.length - 1;
    if (last < 0 || this.taken[last]) return false;
    const takes = local === 'Fallback' || (local === 'Choice' && this.understands(attributes['Requires'] ?? ''));
    this.taken[last] = takes;
    return takes;
  }

  private understands(requires: string): boolean {
    const prefixes = requires.split(/\s+/).filter((prefix) => prefix !== '');
    return prefixes.length > 0 && prefixes.every((prefix) => this.known(this.scope.get(prefix)));
  }
}
