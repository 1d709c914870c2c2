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

/** Characters of a text that is compared with what is recorded: codes, numbers, keys, cursors, words to search for. */
export const LONGEST_TEXT = 200;
/** Items of a list: keys, units, metrics. More than a county has units that a person picks. */
export const LONGEST_LIST = 1000;

/**
 * Refuses a text that is too long to be anything on record.
 *
 * @param name the argument, e.g. `filter.text`
 * @throws GraphQLError BAD_INPUT, naming the argument and not repeating the text
 */
export function checkText(name: string, text: string): void {
  if (text.length <= LONGEST_TEXT) return;
  throw new GraphQLError(
    `${name} has ${text.length} characters; at most ${LONGEST_TEXT} are allowed. 文字过长，最多${LONGEST_TEXT}个字符。`,
    { extensions: { code: 'BAD_INPUT', argument: name, limit: LONGEST_TEXT } },
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
    for (const { name, type } of checked) checkValue(name, type, args[name]);
    return resolve(source, args, context, info);
  };
}

function checkValue(name: string, type: GraphQLInputType, value: unknown): void {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (value === null || value === undefined) return;
  if (isListType(bare)) {
    if (!Array.isArray(value)) return;
    checkList(name, value);
    for (const one of value) checkValue(name, bare.ofType, one);
    return;
  }
  if (typeof value === 'string' && isText(bare)) checkText(name, value);
  if (!isInputObjectType(bare)) return;
  const fields: Record<string, unknown> = { ...value };
  for (const field of Object.values(bare.getFields()))
    checkValue(`${name}.${field.name}`, field.type, fields[field.name]);
}
