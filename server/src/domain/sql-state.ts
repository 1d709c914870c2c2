/** PostgreSQL's code of an error, however deep drivers have wrapped it; undefined for an error of another kind. */
export function sqlStateOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}
