import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
} from 'graphql';
import { hostileNumber, hostileText, hostileValue } from './hostile.ts';
import type { Random } from './random.ts';

/** Values that the sample data know, by the name of the argument. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  code: ['350322', '350322100', '350322100200', '131182'],
  unit: ['350322', '350322100', '131182'],
  campaign: ['county-2014', 'city-2019'],
  id: ['county-2014', '1', '2'],
  caseNo: ['XY-2014-001', '1'],
  text: ['镇', 'xy', '350'],
  upload: ['00000000-0000-4000-8000-000000000000'],
};
const DAYS = ['2014-07-31', '2014-04-30', '2019-10-31', '1900-01-01', '2200-12-31'];
const MOMENTS = ['2014-08-01T09:30:00+08:00', '2030-01-01T00:00:00Z'];

export interface Argument {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** A value for an argument: mostly one that fits, sometimes one that does not. */
export function valueOf(random: Random, { name, type }: Argument, levels = 4): unknown {
  if (random.chance(0.04)) return hostileValue(random, 2);
  if (isNonNullType(type)) return valueOf(random, { name, type: type.ofType }, levels);
  if (isListType(type)) return random.times(3, () => valueOf(random, { name, type: type.ofType }, levels - 1));
  return namedValue(random, name, type, levels);
}

function namedValue(random: Random, name: string, type: GraphQLNamedInputType, levels: number): unknown {
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const chosen = fields.filter((field) => isNonNullType(field.type) || (levels > 0 && random.chance(0.4)));
    return Object.fromEntries(chosen.map((field) => [field.name, valueOf(random, field, levels - 1)]));
  }
  const isHostile = random.chance(0.12);
  switch (type.name) {
    case 'Int':
      return isHostile ? hostileNumber(random) : random.below(8);
    case 'Float':
      return isHostile ? hostileNumber(random) : random.below(100) / 10;
    case 'Boolean':
      return random.chance(0.5);
    case 'Date':
      return isHostile ? hostileText(random) : random.pick(DAYS);
    case 'DateTime':
      return isHostile ? hostileText(random) : random.pick(MOMENTS);
    case 'JSON':
      return hostileValue(random, 4);
    default:
      return isHostile ? hostileText(random) : random.pick(KNOWN[name] ?? ['x', '1']);
  }
}

/** A value as a document writes it. */
export function literalOf(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(value, type.ofType);
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) {
    const inner = isListType(type) ? type.ofType : type;
    return `[${value.map((one) => literalOf(one, inner)).join(', ')}]`;
  }
  if (isListType(type)) return literalOf(value, type.ofType);
  if (isEnumType(type) && typeof value === 'string' && /^\w+$/.test(value)) return value;
  if (typeof value === 'object') {
    const fields = isInputObjectType(type) ? type.getFields() : {};
    const parts = Object.entries(value).filter(([key]) => /^[A-Za-z]\w*$/.test(key));
    return `{${parts.map(([key, inner]) => `${key}: ${literalOf(inner, fields[key]?.type ?? type)}`).join(', ')}}`;
  }
  return JSON.stringify(value);
}
