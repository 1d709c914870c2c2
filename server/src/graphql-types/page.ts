import { Field, ObjectType } from 'type-graphql';
import { WallchartError } from '../domain/errors.ts';
import { isSound } from '../domain/sound-text.ts';

/** No page and no list of ids is longer than this. */
export const MAX_PAGE = 200;

@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** The size of a page as asked for; throws PAGE_TOO_LARGE above 200 and BAD_INPUT below 0. */
export function pageSize(first: number): number {
  if (first > MAX_PAGE) {
    throw new WallchartError(
      'PAGE_TOO_LARGE',
      `first: ${first} is more than ${MAX_PAGE}; page on with after: endCursor.`,
    );
  }
  if (first < 0) throw new WallchartError('BAD_INPUT', `first: ${first} must not be negative.`);
  return first;
}

/** Refuses a list argument of more than 200 items. */
export function listSize(name: string, list: readonly unknown[] | null | undefined): void {
  if (list && list.length > MAX_PAGE) {
    throw new WallchartError('PAGE_TOO_LARGE', `${name} has ${list.length} items; at most ${MAX_PAGE} are allowed.`);
  }
}

/** A cursor that names a row; opaque to the client. */
export function cursorOf(kind: string, key: string): string {
  return Buffer.from(`${kind}:${key}`).toString('base64url');
}

/** The key in a cursor; throws BAD_CURSOR for one that is not from here. */
export function keyOfCursor(kind: string, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith(`${kind}:`) || !isSound(text)) {
    throw new WallchartError('BAD_CURSOR', 'after: must be an endCursor of the same list.');
  }
  return text.slice(kind.length + 1);
}
