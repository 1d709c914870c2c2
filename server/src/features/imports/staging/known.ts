import type { PoolClient } from 'pg';
import { Causes, type Cause } from '../cells/causes.ts';
import { UnitCodes } from '../cells/unit-codes.ts';

/** What the database knows that cells refer to by more than one spelling. */
export interface Known {
  readonly causes: Causes;
  readonly unitCodes: UnitCodes;
}

export async function readKnown(client: PoolClient): Promise<Known> {
  const causes = await client.query<Cause>(
    '/* imports: causes */ select code, name_zh as zh, name_en as en from cause order by position',
  );
  const units = await client.query<{ code: string }>(
    `/* imports: codes with zeros */
     with filled as (select code from org_unit where code like '%000' and length(code) in (9, 12))
     select code from filled
     union select u.code from filled f join org_unit u on u.code in (left(f.code, 6), left(f.code, 9))`,
  );
  return { causes: new Causes(causes.rows), unitCodes: new UnitCodes(units.rows.map(({ code }) => code)) };
}
