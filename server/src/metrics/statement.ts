import {
  CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { WallchartError } from '../domain/errors.ts';
import type { Sql } from '../database/sql.ts';
import { Slot, type SlotValues } from './slots.ts';

/** Compiles without a connection. */
const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A statement whose text is final and whose parameters are still open. */
export interface Statement {
  readonly text: string;
  readonly slots: readonly Slot[];
}

/** Compiles a statement, all of whose parameters must be slots: a value baked in would be kept for the next report. */
export function prepare(fragment: Sql): Statement {
  const { sql: text, parameters } = fragment.compile(compiler);
  const slots = parameters.map((parameter) => {
    if (parameter instanceof Slot) return parameter;
    throw new WallchartError('INTERNAL', 'A statement of the metric layer holds a value instead of a slot.');
  });
  return { text, slots };
}

const valueIn =
  (values: SlotValues) =>
  ({ name }: Slot): unknown => {
    const side = /^(day|tree|known)([012])$/.exec(name);
    if (!side) return values[name as keyof SlotValues];
    const sides = { day: values.days, tree: values.trees, known: values.knowns }[side[1] as 'day' | 'tree' | 'known'];
    return sides[Number(side[2])] ?? null;
  };

/** Binds values to the open parameters. */
export const bind = ({ text, slots }: Statement, values: SlotValues): CompiledQuery =>
  CompiledQuery.raw(text, slots.map(valueIn(values)));

/** The statement with its values, as a part of another one. */
export function embed({ text, slots }: Statement, values: SlotValues): Sql {
  const parts = text.split(/\$\d+/);
  return sql(Object.assign(parts, { raw: parts }), ...slots.map(valueIn(values)));
}

/** Statements kept, and characters of them: an ad-hoc query can ask for any set of metrics, the dashboard asks for some fifty. */
const MOST_STATEMENTS = 1000;
const MOST_CHARACTERS = 8_000_000;

/** Statements by what decides their text: each is built and compiled once, unless there are too many. */
export class StatementCache {
  readonly #statements = new LRUCache<string, Statement>({
    max: MOST_STATEMENTS,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ text }, key) => text.length + key.length,
  });

  /** The statement of a key, built on first use. */
  get(key: string, build: () => Sql): Statement {
    const found = this.#statements.get(key);
    if (found) return found;
    const made = prepare(build());
    this.#statements.set(key, made);
    return made;
  }
}
