import type { Db, NewRow, Row } from '../database.ts';
import { recordOf, type RecordInput } from './record.ts';

export interface CampaignInput extends RecordInput, Partial<Omit<NewRow<'campaign_version'>, 'campaign'>> {
  /** Default 'test-2014'. */
  id?: string;
  unit_code: string;
}

/** Inserts a version of a campaign; the other columns by their SQL names. */
export async function buildCampaign(db: Db, input: CampaignInput): Promise<Row<'campaign_version'>> {
  const { id = 'test-2014', recordedAt, supersededAt, illustrative, ...columns } = input;
  await db
    .insertInto('campaign')
    .values({ id })
    .onConflict((on) => on.doNothing())
    .execute();
  return db
    .insertInto('campaign_version')
    .values({
      name_zh: '测试批次',
      start_on: '2014-03-20',
      ...columns,
      campaign: id,
      ...recordOf({ recordedAt, supersededAt, illustrative }),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
