import DataLoader from 'dataloader';
import { loadApart, type Request } from './load-apart.ts';

/** A DataLoader whose keys do not suffer for each other. */
export function batchLoader<K, V, C = K>(
  query: Request<K, V>,
  options: DataLoader.Options<K, V, C>,
): DataLoader<K, V, C> {
  return new DataLoader<K, V, C>((keys) => loadApart(keys, query), options);
}
