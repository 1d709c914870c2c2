export class GraphRefused extends Error {
  override readonly name = 'GraphRefused';
}

/** Asks a running server a GraphQL question. */
export async function queryGraph<T>(url: string, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: T; errors?: { message: string }[] };
  if (errors !== undefined || data === undefined)
    throw new GraphRefused(errors?.map((e) => e.message).join('\n') ?? 'no data');
  return data;
}
