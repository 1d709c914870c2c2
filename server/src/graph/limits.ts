import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { MAX_PAGE } from './page.ts';

/** What one operation may ask for. Introspection, as GraphiQL sends it, must pass. */
export const LIMITS = { tokens: 4000, depth: 16, aliases: 60, cost: 20_000 } as const;

/** What a list without a page size is reckoned to hold. */
const LIST_SIZE = 10;

export interface Measured {
  readonly depth: number;
  readonly aliases: number;
  readonly cost: number;
}

export interface OperationParts {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Measures an operation without running it. A field costs 1 and what is asked of it; a list multiplies that by its page
 * size (`first`, or 10). Call it after validation: fragments must not form a circle.
 */
export function measureOperation(parts: OperationParts): Measured {
  const root = parts.schema.getRootType(parts.operation.operation);
  return root ? measureSelection(parts, parts.operation.selectionSet, root, 1) : { depth: 0, aliases: 0, cost: 0 };
}

function measureSelection(
  parts: OperationParts,
  set: SelectionSetNode,
  type: GraphQLOutputType,
  depth: number,
): Measured {
  let total: Measured = { depth, aliases: 0, cost: 0 };
  for (const selection of set.selections) {
    const part = measureOne(parts, selection, type, depth);
    total = {
      depth: Math.max(total.depth, part.depth),
      aliases: total.aliases + part.aliases,
      cost: total.cost + part.cost,
    };
  }
  return total;
}

function measureOne(
  parts: OperationParts,
  selection: SelectionSetNode['selections'][number],
  type: GraphQLOutputType,
  depth: number,
): Measured {
  if (selection.kind === Kind.FIELD) return measureField(parts, selection, type, depth);
  if (selection.kind === Kind.INLINE_FRAGMENT) return measureSelection(parts, selection.selectionSet, type, depth);
  const fragment = parts.fragments.get(selection.name.value);
  const on = fragment && parts.schema.getType(fragment.typeCondition.name.value);
  return fragment && isCompositeType(on)
    ? measureSelection(parts, fragment.selectionSet, on, depth)
    : { depth, aliases: 0, cost: 0 };
}

function measureField(parts: OperationParts, field: FieldNode, parent: GraphQLOutputType, depth: number): Measured {
  const aliases = field.alias && field.alias.value !== field.name.value ? 1 : 0;
  const named = getNamedType(parent);
  const definition = isObjectType(named) || isInterfaceType(named) ? named.getFields()[field.name.value] : undefined;
  const type = definition?.type;
  if (!field.selectionSet || !type) return { depth, aliases, cost: 1 };
  const inner = measureSelection(parts, field.selectionSet, type, depth + 1);
  const size = sizeOf(parts, field, type);
  return { depth: inner.depth, aliases: aliases + inner.aliases, cost: 1 + size * inner.cost };
}

/** A page multiplies the cost of its edges once: where `first` is given, the list inside does not count again. */
function sizeOf(parts: OperationParts, field: FieldNode, type: GraphQLOutputType): number {
  const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  if (first?.kind === Kind.INT) return Math.max(1, Number(first.value));
  if (first?.kind === Kind.VARIABLE) {
    const value = parts.variables[first.name.value];
    return typeof value === 'number' ? Math.max(1, value) : MAX_PAGE / 4;
  }
  const bare = isNonNullType(type) ? type.ofType : type;
  return isListType(bare) && field.name.value !== 'edges' ? LIST_SIZE : 1;
}

/** Throws QUERY_TOO_COMPLEX with what is too much and what is allowed. */
export function checkLimits(measured: Measured): void {
  const over = (['depth', 'aliases', 'cost'] as const).find((what) => measured[what] > LIMITS[what]);
  if (!over) return;
  throw new GraphQLError(
    `The query is too complex: ${over} ${measured[over]}, at most ${LIMITS[over]}. ` +
      'Ask for less at once, or for smaller pages. 查询过于复杂，请分次查询。',
    { extensions: { code: 'QUERY_TOO_COMPLEX', [over]: measured[over], limit: LIMITS[over] } },
  );
}
