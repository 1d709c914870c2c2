export type Attributes = Readonly<Record<string, string>>;

const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

const prefixOf = (name: string): string => name.slice(0, Math.max(name.indexOf(':'), 0));

/** What prefixes stand for within an element that says so, until its end. */
interface Scope {
  /** of the element, from 1 */
  readonly depth: number;
  readonly prefixes: ReadonlyMap<string, string>;
  /** local names of the elements met, null for unknown ones: sheets repeat few names a million times */
  readonly names: Map<string, string | null>;
}

const OUTSIDE: Scope['prefixes'] = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

function declared(attributes: Attributes): (readonly [prefix: string, namespace: string])[] | null {
  let found: (readonly [string, string])[] | null = null;
  for (const key in attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    (found ??= []).push([key.slice(6), attributes[key] ?? '']);
  }
  return found;
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
  private depth = 0;
  /** the scopes outside this one */
  private readonly outer: Scope[] = [];
  private scope: Scope = { depth: 0, prefixes: OUTSIDE, names: new Map() };
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
    return this.skipped === 1 && this.depth === 1;
  }

  /** The local name of an element that starts; null if it is not for the handler. */
  open(name: string, attributes: Attributes): string | null {
    if (this.all) return localName(name);
    this.depth += 1;
    const declares = declared(attributes);
    if (declares) {
      this.outer.push(this.scope);
      const prefixes = new Map([...this.scope.prefixes, ...declares]);
      this.scope = { depth: this.depth, prefixes, names: new Map() };
    }
    if (this.skipped > 0) {
      this.skipped += 1;
      return null;
    }
    const known = this.knownName(name);
    if (known !== null) return known;
    const isCompatibility = this.namespaceOf(name) === COMPATIBILITY;
    if (!isCompatibility || !this.compatibility(localName(name), attributes)) this.skipped = 1;
    return null;
  }

  /** The local name of an element that ends; null if it was not for the handler. */
  close(name: string): string | null {
    if (this.all) return localName(name);
    const known = this.knownName(name);
    if (this.scope.depth === this.depth) this.scope = this.outer.pop() ?? this.scope;
    this.depth -= 1;
    if (this.skipped > 0) {
      this.skipped -= 1;
      return null;
    }
    if (known === null && localName(name) === 'AlternateContent') this.taken.pop();
    return known;
  }

  private namespaceOf(name: string): string | undefined {
    return this.scope.prefixes.get(prefixOf(name));
  }

  /** The local name of an element of a known namespace, null for any other. */
  private knownName(name: string): string | null {
    let known = this.scope.names.get(name);
    if (known === undefined) {
      known = this.known(this.namespaceOf(name)) ? localName(name) : null;
      // as many as a vocabulary has; a hostile file has more
      if (this.scope.names.size < 1000) this.scope.names.set(name, known);
    }
    return known;
  }

  /** See {@link AttributeOf}. */
  readonly attribute: AttributeOf = (attributes, local, namespaces) => {
    for (const key in attributes) {
      if (key.length <= local.length || !key.endsWith(`:${local}`)) continue;
      if (namespaces.includes(this.namespaceOf(key) ?? '')) return attributes[key];
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
    return prefixes.length > 0 && prefixes.every((prefix) => this.known(this.scope.prefixes.get(prefix)));
  }
}
