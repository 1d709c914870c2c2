import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import { CircularEdition, ErratumLine } from './circular.types.ts';
import { frozenEdition } from './sealing/edition.store.ts';
import { parseSealed } from './sealing/frozen.ts';

/** Editions sealed by earlier versions counted the rows and did not name them. */
const withRecords = ({ causes, ...line }: ErratumLine): ErratumLine => ({
  ...line,
  causes: causes.map(({ kind, rows, records }) => ({ kind, rows, records: records ?? [] })),
});

const editionUrl = ({ row }: CircularEdition, format: string): string =>
  `/circulars/${row.circular}/editions/${row.edition}.${format}`;

@Resolver(() => CircularEdition)
export class CircularEditionResolver {
  @FieldResolver(() => [ErratumLine], {
    complexity: WEIGHTS.statement,
    description: 'What differs from the previous edition, and why.',
  })
  async erratum(@Ctx() ctx: GraphContext, @Root() { row }: CircularEdition): Promise<readonly ErratumLine[]> {
    if (row.edition === 1) return [];
    return parseSealed(await frozenEdition(ctx.db, row.circular, row.edition)).erratum.map(withRecords);
  }

  @FieldResolver(() => String)
  docxUrl(@Root() edition: CircularEdition): string {
    return editionUrl(edition, 'docx');
  }

  @FieldResolver(() => String)
  pdfUrl(@Root() edition: CircularEdition): string {
    return editionUrl(edition, 'pdf');
  }

  @FieldResolver(() => String)
  htmlUrl(@Root() edition: CircularEdition): string {
    return editionUrl(edition, 'html');
  }
}
