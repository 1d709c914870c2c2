import type { Lang } from '../../domain/text.ts';
import { WallchartError } from '../../domain/errors.ts';
import { isDay } from '../../domain/day.ts';
import { DateTimeScalar } from '../../graphql-types/scalars.ts';
import type { BriefingRequest } from './snapshot.service.ts';

type Given = Readonly<Record<string, string | undefined>>;

/**
 * Reads what was asked for, from an address or a command line.
 *
 * @throws WallchartError BAD_INPUT, BAD_DATE, naming the parameter
 */
export function readBriefingRequest(given: Given): { readonly query: BriefingRequest; readonly lang: Lang } {
  const { campaign, unit, asOf, knownAt, tree = 'then', lang = 'zh' } = given;
  if (!campaign) throw new WallchartError('BAD_INPUT', 'campaign is missing, e.g. county-2014. 缺少整顿批次。');
  if (asOf && !isDay(asOf)) {
    throw new WallchartError(
      'BAD_DATE',
      `asOf=${asOf} is not a valid date. Use the form 2014-07-31. 日期应写作 2014-07-31。`,
    );
  }
  if (tree !== 'then' && tree !== 'now') throw new WallchartError('BAD_INPUT', `tree=${tree}: expected then or now.`);
  if (lang !== 'zh' && lang !== 'en') throw new WallchartError('BAD_INPUT', `lang=${lang}: expected zh or en.`);
  const query = {
    campaign,
    unit: unit || null,
    asOf: asOf || null,
    knownAt: knownAt ? moment(knownAt) : null,
    tree,
  } as const;
  return { query, lang };
}

/** An offset's plus sign arrives as a blank when an address does not escape it. */
function moment(text: string): string {
  try {
    return DateTimeScalar.parseValue(text.replace(' ', '+'));
  } catch (error) {
    throw new WallchartError('BAD_DATE', `knownAt: ${error instanceof Error ? error.message : String(error)}`);
  }
}
