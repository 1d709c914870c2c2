/** Bodies of the triggers that keep what was numbered and issued, for migration and entity alike. Frozen with the migration. */
export const ISSUED =
  "raise exception 'A reminder card that was issued is never changed or removed.' using errcode = 'restrict_violation';";

export const GAPLESS_SERIES = `if tg_op = 'UPDATE' and new.series = old.series and new.issuer = old.issuer and new.year = old.year and new.last_serial = old.last_serial + 1 then
  return new;
end if;
raise exception 'Numbers of documents count up by one.' using errcode = 'restrict_violation';`;
