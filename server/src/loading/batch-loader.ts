import DataLoader from 'dataloader';
import { askApart, type Ask } from './ask-apart.ts';

/** A DataLoader whose keys do not suffer for each other. */
export function batchLoader<K, V, C = K>(ask: Ask<K, V>, options: DataLoader.Options<K, V, C>): DataLoader<K, V, C> {
  return new DataLoader<K, V, C>((keys) => askApart(keys, ask), options);
}
