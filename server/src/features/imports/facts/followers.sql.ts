/**
 * A measure takes effect on the day its case was identified. Where this import corrected that day, measures that stand in
 * the database follow it: $1 recorded_at, $2 recorded_by, $3 import.
 */
export const FOLLOW_IDENTIFIED_DAY: readonly string[] = [
  `/* imports: find moved measures */
  create temp table followed_measure on commit drop as
  select m.*, l.day from measures m
  join located_cases l on l.case_no = m.case_no and l.home = m.county_code and l.old_id is not null and not l.same
  where m.superseded_at = 'infinity' and m.effective_on <> l.day`,
  `/* imports: forget measures that this import moved to another county */
  delete from measures m using followed_measure o where o.id = m.id and o.county_code = m.county_code and m.import_id = $1`,
  `/* imports: supersede moved measures */
  update measures m set superseded_at = $1 from followed_measure o where o.id = m.id and o.county_code = m.county_code`,
  `/* imports: insert moved measures */
  insert into measures (county_code, effective_on, case_no, no, area, content, responsible, due_on, done_on, illustrative,
    recorded_at, recorded_by, import_id, source_row)
  select county_code, day, case_no, no, area, content, responsible, due_on, done_on, illustrative, $1, $2, $3, null from followed_measure`,
];
