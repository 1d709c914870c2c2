import 'reflect-metadata';
import {
  getNamedType,
  graphql,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../app/schema.ts';
import { SHEETS } from '../ledger/sheets/index.ts';
import { LONGEST_LIST, LONGEST_TEXT, LONGEST_WRITTEN_TEXT, longestOf } from './text-argument.ts';

const schema = createSchema();
const LONG = '3'.repeat(LONGEST_TEXT + 1);
const NONE = {} as GraphQLResolveInfo;

type Path = readonly string[];

/** Where texts stand in a type: `[]` for itself, the names of fields within an input. */
function textsIn(type: GraphQLInputType): Path[] {
  const named = getNamedType(type);
  if (['ID', 'String'].includes(named.name)) return [[]];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => textsIn(field.type).map((path) => [field.name, ...path]));
}

/** Characters that the text at one place in an argument, or in a field of an input, takes. */
function longestAt(at: GraphQLArgument | GraphQLInputField, [field, ...rest]: Path): number {
  const named = getNamedType(at.type);
  return field === undefined || !isInputObjectType(named) ? longestOf(at) : longestAt(named.getFields()[field]!, rest);
}

/** A value of a type with a text at one place in it. */
function valueWith(type: GraphQLInputType, [field, ...rest]: Path, text: string): unknown {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return [valueWith(bare.ofType, field === undefined ? [] : [field, ...rest], text)];
  if (field === undefined || !isInputObjectType(bare)) return text;
  return { [field]: valueWith(bare.getFields()[field]!.type, rest, text) };
}

const places = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type)
    ? Object.values(type.getFields()).flatMap((field) =>
        field.args.flatMap((argument: GraphQLArgument) =>
          textsIn(argument.type).map((path) => ({
            name: [argument.name, ...path].join('.'),
            field,
            argument,
            path,
            at: `${type.name}.${field.name}`,
          })),
        ),
      )
    : [],
);

describe('a text that is longer than anything on record', () => {
  it.each(
    places.filter(({ at }) => !at.startsWith('__')).map((place) => [`${place.at}(${place.name})`, place] as const),
  )('%s', (_, { name, field, argument, path }) => {
    const limit = longestAt(argument, path);
    const tooLong = '3'.repeat(limit + 1);
    const args = { [argument.name]: valueWith(argument.type, path, tooLong) };
    expect(field.resolve).toBeDefined();
    let error: unknown;
    try {
      void field.resolve!({}, args, {}, NONE);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ extensions: { code: 'BAD_INPUT', argument: name, limit } });
    expect((error as Error).message).not.toContain(tooLong);
  });

  it('may be as long as its column and longer where it is recorded', () => {
    const columns = SHEETS.flatMap((sheet) => sheet.columns.map(({ type }) => (type.kind === 'text' ? type.max : 0)));
    expect(Math.max(...columns)).toBeLessThan(LONGEST_WRITTEN_TEXT);
    const recorded = places.filter(({ argument, path }) => longestAt(argument, path) === LONGEST_WRITTEN_TEXT);
    expect(recorded.map(({ at, name }) => `${at}(${name})`)).toEqual(['Mutation.recordVisit(input.note)']);
  });

  it('is found wherever a field takes a text', () => {
    expect(places.length).toBeGreaterThan(30);
  });

  it('is refused by name in an answer, and 200 characters are not', async () => {
    const query = (text: string) =>
      graphql({
        schema,
        source: 'query ($text: String!) { searchUnits(text: $text) { code } }',
        variableValues: { text },
        contextValue: { today: '2014-07-31', db: null },
      });
    expect((await query(LONG)).errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_INPUT', argument: 'text' },
      path: ['searchUnits'],
    });
    expect((await query('3'.repeat(LONGEST_TEXT))).errors?.[0]?.extensions['code']).toBeUndefined();
  });
});

/** Where lists stand in a type. */
function listsIn(type: GraphQLInputType): Path[] {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return [[]];
  if (!isInputObjectType(bare)) return [];
  return Object.values(bare.getFields()).flatMap((field) => listsIn(field.type).map((path) => [field.name, ...path]));
}

const lists = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith('__')
    ? Object.values(type.getFields()).flatMap((field) =>
        field.args.flatMap((argument) =>
          listsIn(argument.type).map((path) => ({ at: `${type.name}.${field.name}`, field, argument, path })),
        ),
      )
    : [],
);

describe('a list that is longer than anybody picks', () => {
  it.each(lists.map((place) => [`${place.at}(${[place.argument.name, ...place.path].join('.')})`, place] as const))(
    '%s',
    (_, { field, argument, path }) => {
      const many: unknown = Array.from({ length: LONGEST_LIST + 1 }, () => 'x');
      const value = path.toReversed().reduce((inner, name) => ({ [name]: inner }), many);
      const name = [argument.name, ...path].join('.');
      expect(() => field.resolve!({}, { [argument.name]: value }, {}, NONE)).toThrow(
        expect.objectContaining({ extensions: { code: 'BAD_INPUT', argument: name, limit: LONGEST_LIST } }),
      );
    },
  );

  it('is found wherever a field takes a list', () => {
    expect(lists.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['Report.metrics', 'Report.cases', 'Mutation.issueReminders', 'Query.reminderPreview']),
    );
  });
});
