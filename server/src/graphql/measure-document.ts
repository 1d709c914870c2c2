import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type SelectionSetNode,
} from 'graphql';
import { LIMITS, tooComplex } from './limits.ts';

interface Size {
  readonly depth: number;
  readonly fields: number;
}

/**
 * What is wrong with a document that would take long to validate: validation compares fields and fragments with each other before
 * anything is known about their cost. Looks at each node once, whatever its fragments spread, circles included.
 *
 * @returns QUERY_TOO_COMPLEX; undefined for a document that is small enough
 */
export function checkDocument({ definitions }: DocumentNode): GraphQLError | undefined {
  const named = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operations.length > LIMITS.operations) return tooComplex('operations', operations.length);
  if (named.length > LIMITS.fragments) return tooComplex('fragments', named.length);
  const sizeOf = measurer(new Map(named.map((node) => [node.name.value, node])));
  for (const { selectionSet } of [...operations, ...named]) {
    const { depth, fields } = sizeOf(selectionSet);
    if (depth > LIMITS.depth) return tooComplex('depth', depth);
    if (fields > LIMITS.fields) return tooComplex('fields', fields);
  }
  return undefined;
}

function measurer(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Size {
  const measured = new Map<string, Size>();
  const ofFragment = (name: string): Size => {
    const found = measured.get(name);
    const fragment = fragments.get(name);
    if (found || !fragment) return found ?? NONE;
    measured.set(name, NONE);
    const size = ofSet(fragment.selectionSet);
    measured.set(name, size);
    return size;
  };
  const ofSet = (set: SelectionSetNode): Size =>
    set.selections.reduce((total, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return plus(total, ofFragment(selection.name.value));
      const inner = selection.selectionSet ? ofSet(selection.selectionSet) : NONE;
      if (selection.kind === Kind.INLINE_FRAGMENT) return plus(total, inner);
      return plus(total, { depth: inner.depth + 1, fields: inner.fields + 1 });
    }, NONE);
  return ofSet;
}

const NONE: Size = { depth: 0, fields: 0 };

/** Sums stop growing well above the limit. */
const plus = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  fields: Math.min(a.fields + b.fields, 1_000_000_000),
});
