import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { MAX_PAGE } from '../graphql-types/page.ts';

/** What a list without a page size is reckoned to hold. */
const LIST_SIZE = 10;

/** Nothing is counted beyond this: it is far above every limit, and sums of it stay exact. */
const ENDLESS = 1_000_000_000;

/** What a selection asks for; of a whole operation, what is compared with the limits. */
export interface Measured {
  /** Levels of fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly cost: number;
  /** Times that `__schema` and `__type` are asked, and the cost of what is asked of them. */
  readonly schemas: number;
  readonly types: number;
  readonly introspection: number;
}

export interface OperationParts {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface ComplexityOptions {
  readonly args: Readonly<Record<string, unknown>>;
  readonly childComplexity: number;
}

const NOTHING: Measured = { depth: 0, aliases: 0, cost: 0, schemas: 0, types: 0, introspection: 0 };

/**
 * Measures an operation without running it. A field costs its weight (`weights.ts`; 1 if it declares none) and what is asked of it; a list multiplies
 * the latter by its page size (`first`, or 10). Each fragment is measured once.
 */
export function measureOperation(parts: OperationParts): Measured {
  const { schema, operation, variables } = parts;
  const root = schema.getRootType(operation.operation);
  if (!root) return NOTHING;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return new Measurer(parts, coerced).selection(operation.selectionSet, root);
}

class Measurer {
  readonly #schema: GraphQLSchema;
  readonly #fragments: OperationParts['fragments'];
  /** Null where the variables are not what they should be; such an operation is refused later. */
  readonly #variables: Readonly<Record<string, unknown>> | null;
  readonly #measured = new Map<string, Measured>();

  constructor({ schema, fragments }: OperationParts, variables: Readonly<Record<string, unknown>> | undefined) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#variables = variables ?? null;
  }

  selection(set: SelectionSetNode, type: GraphQLOutputType): Measured {
    return set.selections.reduce((total, selection) => plus(total, this.#one(selection, type)), NOTHING);
  }

  #one(selection: SelectionNode, type: GraphQLOutputType): Measured {
    if (selection.kind === Kind.FIELD) return this.#field(selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value);
    const on = selection.typeCondition && this.#schema.getType(selection.typeCondition.name.value);
    return this.selection(selection.selectionSet, isCompositeType(on) ? on : type);
  }

  #fragment(name: string): Measured {
    const found = this.#measured.get(name);
    if (found) return found;
    const fragment = this.#fragments.get(name);
    const on = fragment && this.#schema.getType(fragment.typeCondition.name.value);
    if (!fragment || !isCompositeType(on)) return NOTHING;
    this.#measured.set(name, NOTHING);
    const measured = this.selection(fragment.selectionSet, on);
    this.#measured.set(name, measured);
    return measured;
  }

  #field(node: FieldNode, parent: GraphQLOutputType): Measured {
    const name = node.name.value;
    const aliases = node.alias && node.alias.value !== name ? 1 : 0;
    const definition = definitionOf(name, parent);
    if (!definition) return { ...NOTHING, depth: 1, aliases, cost: 1 };
    const inner = node.selectionSet ? this.selection(node.selectionSet, definition.type) : NOTHING;
    const args = this.#arguments(definition, node);
    const cost = bounded(weigh(definition, args, sizeOf(definition, args) * inner.cost));
    const own = { ...inner, depth: inner.depth + 1, aliases: bounded(aliases + inner.aliases) };
    if (definition === SchemaMetaFieldDef) return { ...own, cost: 0, schemas: 1, introspection: cost };
    if (definition === TypeMetaFieldDef) return { ...own, cost: 0, types: 1, introspection: cost };
    return { ...own, cost };
  }

  /** Arguments with what variables and defaults say; null where they cannot be read. */
  #arguments(definition: GraphQLField<unknown, unknown>, node: FieldNode): ComplexityOptions['args'] | null {
    if (definition.args.length === 0) return {};
    if (!this.#variables) return null;
    try {
      return getArgumentValues(definition, node, this.#variables);
    } catch {
      return null;
    }
  }
}

function definitionOf(name: string, parent: GraphQLOutputType): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  const named = getNamedType(parent);
  return isObjectType(named) || isInterfaceType(named) ? named.getFields()[name] : undefined;
}

function weigh(
  definition: GraphQLField<unknown, unknown>,
  args: ComplexityOptions['args'] | null,
  inner: number,
): number {
  const complexity = definition.extensions['complexity'];
  if (typeof complexity === 'number') return complexity + inner;
  if (typeof complexity !== 'function') return 1 + inner;
  const weighed: unknown = Reflect.apply(complexity, undefined, [{ args: args ?? {}, childComplexity: inner }]);
  return typeof weighed === 'number' ? weighed : 1 + inner;
}

/** A page multiplies the cost of its edges once: where `first` is given, the list inside does not count again. */
function sizeOf(
  { name, type, args: declared }: GraphQLField<unknown, unknown>,
  args: ComplexityOptions['args'] | null,
): number {
  if (declared.some((argument) => argument.name === 'first')) {
    const first = args?.['first'];
    return typeof first === 'number' ? Math.max(1, first) : MAX_PAGE;
  }
  const bare = isNonNullType(type) ? type.ofType : type;
  return isListType(bare) && name !== 'edges' ? LIST_SIZE : 1;
}

const bounded = (count: number): number => Math.min(count, ENDLESS);

const plus = (a: Measured, b: Measured): Measured => ({
  depth: Math.max(a.depth, b.depth),
  aliases: bounded(a.aliases + b.aliases),
  cost: bounded(a.cost + b.cost),
  schemas: bounded(a.schemas + b.schemas),
  types: bounded(a.types + b.types),
  introspection: bounded(a.introspection + b.introspection),
});
