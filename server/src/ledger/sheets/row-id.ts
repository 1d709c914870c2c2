/** A row on record, of one version: a correction gives it another id. */
export interface RowOnRecord {
  readonly sheet: string;
  readonly county: string;
  readonly id: string;
}

/** The id by which GraphQL names a row on record. */
export const rowId = ({ sheet, county, id }: RowOnRecord): string => `${sheet}:${county}:${id}`;

/** What such an id names; null if it is none. */
export function parseRowId(text: string): RowOnRecord | null {
  const [, sheet, county, id] = /^([a-z_]+):(\d{2,12}):(\d{1,18})$/.exec(text) ?? [];
  return sheet !== undefined && county !== undefined && id !== undefined ? { sheet, county, id } : null;
}
