import { sql } from 'kysely';
import { createCaseLoaders, listCases, type Case, type CaseFilter } from '../../ledger/index.ts';
import type { FigureSource, Subject } from '../subject.ts';
import { nameUnits } from './unit-names.ts';

/** One organisation of the ledger as a circular speaks of it. */
export interface CaseFacts {
  readonly row: Case;
  /** 鲤南镇东山村: with its town, seen from above it. */
  readonly name: string;
  readonly nameIllustrative: boolean;
  /** Post of the contact leader, else of the town's; null if none is entered. */
  readonly leader: {
    readonly post: string;
    /** Null where none is entered. */
    readonly postEn: string | null;
    readonly role: 'leader' | 'town_leader';
    readonly illustrative: boolean;
  } | null;
  /** The unit that supports it (挂钩单位); null where none is entered. */
  readonly supporter: { readonly post: string; readonly illustrative: boolean } | null;
}

/** More than a campaign lists in one unit; what lies beyond is an error of the data, not a circular. */
const ALL = 100_000;

/** The cases of a circular's unit, or those of some numbers, that meet a condition, as of its cut-off, in the order of their units. */
export async function loadCases(
  source: FigureSource,
  subject: Subject,
  filter: CaseFilter,
  numbers: readonly string[] | null = null,
): Promise<CaseFacts[]> {
  const { db } = source;
  const { campaign, unit, asOf, knownAt } = subject;
  const key = {
    asOf,
    knownAt,
    treeDay: asOf,
    campaign: campaign.id,
    unit: unit.code,
    level: unit.level,
  };
  const counted = numbers && sql`${[...numbers]}::text[]`;
  const { edges } = await listCases(db, key, { filter, counted, orderBy: null, first: ALL, after: null });
  const rows = edges.map(({ node }) => node);
  const [contacts, names] = await Promise.all([
    createCaseLoaders(db).contacts.loadMany(rows),
    nameUnits(
      source,
      subject,
      rows.map(({ unitCode }) => unitCode),
    ),
  ]);
  return rows.map((row, i) => {
    const found = contacts[i];
    const holding =
      found instanceof Error || !found ? [] : found.filter(({ until }) => until === null || until >= asOf);
    const contact = holding.find(({ role }) => role === 'leader') ?? holding.find(({ role }) => role === 'town_leader');
    const supporter = holding.find(({ role }) => role === 'unit');
    const named = names.get(row.unitCode);
    const marked = row.illustrative.includes('*') || row.illustrative.includes('unit_code');
    return {
      row,
      name: named?.name ?? row.unitName,
      nameIllustrative: marked || (named?.illustrative ?? false),
      leader: contact
        ? {
            post: contact.holder,
            postEn: contact.holderEn,
            role: contact.role === 'leader' ? 'leader' : 'town_leader',
            illustrative: contact.illustrative,
          }
        : null,
      supporter: supporter ? { post: supporter.holder, illustrative: supporter.illustrative } : null,
    };
  });
}

/** By deadline, the longest overdue first, those without one last; then in division order. */
export const byDeadline = (cases: readonly CaseFacts[]): CaseFacts[] =>
  cases.toSorted(
    ({ row: a }, { row: b }) =>
      (a.deadline ?? '9').localeCompare(b.deadline ?? '9') || a.unitCode.localeCompare(b.unitCode),
  );

/** Whether a column of a case is illustrative. */
export const marks = ({ row }: CaseFacts, column: string): boolean =>
  row.illustrative.includes('*') || row.illustrative.includes(column);
