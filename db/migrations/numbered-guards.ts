/**
 * Body of the trigger that keeps the numbers of documents, for migration and entity alike: cards count up by one, a
 * circular may be given a later number by hand. Frozen with the migration.
 */
export const COUNTED_SERIES = `if tg_op = 'UPDATE' and new.series = old.series and new.issuer = old.issuer and new.year = old.year
  and (new.last_serial = old.last_serial + 1 or (new.series = 'circular' and new.last_serial > old.last_serial)) then
  return new;
end if;
raise exception 'Numbers of documents count up.' using errcode = 'restrict_violation';`;
