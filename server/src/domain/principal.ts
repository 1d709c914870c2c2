/** What someone may see; subtrees are named by the codes of their top units. */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'units'; readonly codes: readonly string[] };

/** Who reads or writes: a person at the dashboard, a command, or the system itself. */
export interface Principal {
  readonly id: string;
  /** Noted beside what is recorded, sealed and issued. */
  readonly name: string;
  readonly scope: Scope;
}
