import { sql } from 'kysely';
import type { RecorderDb, ViewerDb } from '../../database/handles.ts';
import type { Lang } from '../../domain/text.ts';

/** What is counted for itself: circulars, and reminder cards. */
export type Series = 'circular' | 'reminder';

/** The number of a document: one more than the last of its series and issuer in the year. */
export interface DocumentNumber {
  readonly issuer: string;
  readonly year: number;
  readonly serial: number;
}

/**
 * Takes the next number of an issuer in a year. Its row stays locked until the transaction ends, and the number is taken
 * only if it commits: no number is left out and none is given twice.
 */
export async function takeNumber(
  transaction: RecorderDb,
  series: Series,
  issuer: string,
  year: number,
): Promise<DocumentNumber> {
  const { rows } = await sql<{ serial: number }>`/* sealing.take_number */
    insert into document_number as n (series, issuer, year, last_serial) values (${series}, ${issuer}, ${year}, 1)
    on conflict (series, issuer, year) do update set last_serial = n.last_serial + 1
    returning last_serial as serial`.execute(transaction);
  return { issuer, year, serial: rows[0]?.serial ?? 1 };
}

/** The number that the next document of a series and issuer takes in a year, unless another is sealed before. */
export async function nextNumber(db: ViewerDb, series: Series, issuer: string, year: number): Promise<DocumentNumber> {
  const { rows } = await sql<{ last: number }>`/* sealing.next_number */
    select last_serial as last from document_number
    where series = ${series} and issuer = ${issuer} and year = ${year}`.execute(db);
  return { issuer, year, serial: (rows[0]?.last ?? 0) + 1 };
}

/**
 * Takes a number that was given by hand, where it is not the next: those between stay free. It waits for any other transaction that takes a
 * number of the same issuer and year, and they for it.
 */
export async function takeGivenNumber(
  transaction: RecorderDb,
  series: Series,
  { issuer, year, serial }: DocumentNumber,
): Promise<DocumentNumber> {
  await sql`/* sealing.lock_number */
    select from document_number where series = ${series} and issuer = ${issuer} and year = ${year} for update`.execute(
    transaction,
  );
  await sql`/* sealing.take_given_number */
    insert into document_number as n (series, issuer, year, last_serial)
    values (${series}, ${issuer}, ${year}, ${serial})
    on conflict (series, issuer, year) do update set last_serial = excluded.last_serial
    where n.last_serial < excluded.last_serial`.execute(transaction);
  return { issuer, year, serial };
}

/**
 * 仙委组〔2014〕1号, or No. 1 [2014] (GB/T 9704-2012, 7.2.5: the code of the issuer, the year in full, the serial not
 * padded).
 */
export function writeNumber(
  { year, serial }: Omit<DocumentNumber, 'issuer'>,
  lang: Lang,
  issuerCode: string | null = null,
): string {
  if (lang === 'zh') return `${issuerCode ?? ''}〔${year}〕${serial}号`;
  return `${issuerCode === null ? '' : `${issuerCode} `}No. ${serial} [${year}]`;
}
