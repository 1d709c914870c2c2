/** When rows of a factory are recorded, unless a test says otherwise. */
export const RECORDED_AT = '2014-01-01T00:00:00.000Z';

/** The second clock of a row; every factory takes these. */
export interface RecordInput {
  /** ISO 8601. */
  recordedAt?: string;
  /** ISO 8601 or 'infinity' (current). */
  supersededAt?: string;
  illustrative?: string[];
}

export const recordOf = ({ recordedAt = RECORDED_AT, supersededAt = 'infinity', illustrative = [] }: RecordInput) => ({
  recorded_at: recordedAt,
  superseded_at: supersededAt,
  recorded_by: 'test',
  illustrative,
});
