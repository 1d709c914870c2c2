import { httpStatusOf, WallchartError } from '../domain/errors.ts';
import { sqlStateOf } from '../domain/sql-state.ts';

/** Asks for some keys at once: a value or an error for each, in their order. */
export type Request<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

/**
 * Asks for keys together so that none suffers for another: a batch holds keys of many requests, and those that fail together
 * are asked again by halves, until the bad one alone has failed. What no key causes (a lost connection, a statement that
 * takes too long) is not asked again.
 */
export async function loadApart<K, V>(keys: readonly K[], query: Request<K, V>): Promise<readonly (V | Error)[]> {
  if (keys.length === 0) return [];
  const results = await query(keys).catch((error: unknown) => keys.map(() => error as Error));
  const failed = keys.filter((_key, at) => isOfKeys(results[at]));
  if (keys.length === 1 || failed.length === 0) return results;
  const half = failed.length < keys.length ? failed.length : Math.ceil(keys.length / 2);
  // One after the other: a failure must not become a burst of statements.
  const again = [
    ...(await loadApart(failed.slice(0, half), query)),
    ...(await loadApart(failed.slice(half), query)),
  ].values();
  return results.map((result) => (isOfKeys(result) ? (again.next().value as V | Error) : result));
}

/** SQLSTATE class 22, data exception: a value that the statement cannot take. */
const DATA_EXCEPTION = /^22/;

/** Whether a result is a failure that a key may have caused. */
function isOfKeys(error: unknown): boolean {
  if (error instanceof WallchartError) return error.code !== 'ABORTED' && httpStatusOf(error.code) < 500;
  if (error instanceof TypeError || error instanceof RangeError) return true;
  return DATA_EXCEPTION.test(sqlStateOf(error) ?? '');
}
