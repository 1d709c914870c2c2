/** Bodies of the triggers that keep circulars, for migration and entity alike. Frozen with the migration. */
export const SEALED =
  "raise exception 'A sealed edition of a circular is never changed or removed.' using errcode = 'restrict_violation';";

export const GAPLESS = `if tg_op = 'UPDATE' and new.issuer = old.issuer and new.year = old.year and new.last_serial = old.last_serial + 1 then
  return new;
end if;
raise exception 'Numbers of circulars count up by one.' using errcode = 'restrict_violation';`;
