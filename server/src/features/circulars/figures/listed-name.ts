/** A name on a list, and whether it stands there because of illustrative content. */
export interface ListedName {
  readonly name: string;
  readonly illustrative: boolean;
}
