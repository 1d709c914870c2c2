import {
  getNamedType,
  GraphQLError,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { Extensions } from 'type-graphql';

/** Characters of a text that is compared with what is recorded: codes, numbers, keys, cursors, words to search for. */
export const LONGEST_TEXT = 200;
/** Characters of a text that is recorded: more than any column takes, so that its column refuses it in its own words. */
export const LONGEST_WRITTEN_TEXT = 20_000;
/** Items of a list: keys, units, metrics. More than a county has units that a person picks. */
export const LONGEST_LIST = 1000;

/** Marks a field of an input as text that is recorded; its column says how long it may be. */
export const WrittenText = () => Extensions({ longestText: LONGEST_WRITTEN_TEXT });

/** Characters that an argument, or a field of an input, takes. */
export const longestOf = ({ extensions: { longestText } }: Pick<Argument, 'extensions'>): number =>
  typeof longestText === 'number' ? longestText : LONGEST_TEXT;

/**
 * Refuses a text that is too long.
 *
 * @param name the argument, e.g. `filter.text`
 * @throws GraphQLError BAD_INPUT, naming the argument and not repeating the text
 */
function checkText(name: string, text: string, limit: number): void {
  if (text.length <= limit) return;
  throw new GraphQLError(
    `${name} has ${text.length} characters; at most ${limit} are allowed. 文字过长，最多${limit}个字符。`,
    { extensions: { code: 'BAD_INPUT', argument: name, limit } },
  );
}

/** @throws GraphQLError BAD_INPUT, naming the argument, for a list that is longer than anybody picks */
function checkList(name: string, { length }: readonly unknown[]): void {
  if (length <= LONGEST_LIST) return;
  throw new GraphQLError(
    `${name} has ${length} items; at most ${LONGEST_LIST} are allowed. 所选项目过多，最多${LONGEST_LIST}项。`,
    { extensions: { code: 'BAD_INPUT', argument: name, limit: LONGEST_LIST } },
  );
}

/** Checks every text and list among the arguments of a field before its resolver sees them. Content that is written (JSON) has limits of its own. */
export function checkTextArguments(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const checked = field.args.filter((argument) => isChecked(argument.type));
      if (checked.length > 0 && field.resolve) field.resolve = checking(field.resolve, checked);
    }
  }
  return schema;
}

interface Argument {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly extensions: Readonly<Record<string, unknown>>;
}

const isText = (type: GraphQLInputType): boolean => ['ID', 'String'].includes(getNamedType(type).name);

function isChecked(type: GraphQLInputType): boolean {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare) || isText(bare)) return true;
  return isInputObjectType(bare) && Object.values(bare.getFields()).some((field) => isChecked(field.type));
}

function checking(
  resolve: GraphQLFieldResolver<unknown, unknown>,
  checked: readonly Argument[],
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    for (const argument of checked) checkValue(argument.name, argument, args[argument.name]);
    return resolve(source, args, context, info);
  };
}

function checkValue(name: string, argument: Pick<Argument, 'type' | 'extensions'>, value: unknown): void {
  const { type, extensions } = argument;
  const bare = isNonNullType(type) ? type.ofType : type;
  if (value === null || value === undefined) return;
  if (isListType(bare)) {
    if (!Array.isArray(value)) return;
    checkList(name, value);
    for (const one of value) checkValue(name, { type: bare.ofType, extensions }, one);
    return;
  }
  if (typeof value === 'string' && isText(bare)) checkText(name, value, longestOf(argument));
  if (!isInputObjectType(bare)) return;
  const fields: Record<string, unknown> = { ...value };
  for (const field of Object.values(bare.getFields())) checkValue(`${name}.${field.name}`, field, fields[field.name]);
}
