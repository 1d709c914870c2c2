import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDay } from '../domain/day.ts';

/** A value as a message shows it: short, whatever it is. */
const shown = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : typeof value === 'number' ? `${value}` : 'This';

function badDate(value: unknown): GraphQLError {
  return new GraphQLError(
    `${shown(value)} is not a day. Write it as YYYY-MM-DD, for example "2014-07-31". 日期应写作 2014-07-31。`,
    { extensions: { code: 'BAD_DATE' } },
  );
}

function parseDay(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw badDate(value);
}

/** A day in Asia/Shanghai, 'YYYY-MM-DD'. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: "A day in Asia/Shanghai, written 'YYYY-MM-DD'.",
  serialize: (value) => String(value),
  parseValue: parseDay,
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING) return parseDay(node.value);
    throw badDate('value' in node ? node.value : node.kind);
  },
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

function parseInstant(value: unknown): string {
  if (typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10))) {
    const at = new Date(value);
    if (!Number.isNaN(at.getTime())) return at.toISOString();
  }
  throw new GraphQLError(
    `${shown(value)} is not a moment. Write it with its offset, for example "2014-08-01T09:30:00+08:00". ` +
      '时刻应写作 2014-08-01T09:30:00+08:00。',
    { extensions: { code: 'BAD_DATE' } },
  );
}

/** A moment: ISO 8601 with an offset; given out in UTC with milliseconds. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment, ISO 8601 with an offset.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});

/** An exact decimal as a string; never a floating-point number. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number as a string, e.g. "0.8648648649" or "1234.50".',
  serialize: (value) => String(value),
  parseValue: (value) => {
    if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return value;
    throw new GraphQLError(`${shown(value)} is not a decimal string.`, { extensions: { code: 'BAD_INPUT' } });
  },
});
