/** The part of a vue-router query that is read here: a repeated key comes as a list. */
export type AddressQuery = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>;

/** First value of a key of the address, '' when absent. */
export function one(query: AddressQuery, key: string): string {
  const value = query[key];
  return (typeof value === 'string' ? value : Array.isArray(value) ? (value[0] ?? '') : '') as string;
}

/** All values of a key: `a,b` and a repeated key alike, in order, without repeats. */
export function many(query: AddressQuery, key: string): string[] {
  const value = query[key];
  const parts = (Array.isArray(value) ? value : [value]).flatMap((part) => (part ?? '').split(','));
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}
