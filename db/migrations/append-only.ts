/**
 * Body of the trigger that keeps a table of facts append-only, for migration and entity alike. Frozen with the migration.
 * What a transaction wrote itself it may take back: no one has seen it.
 */
export const APPEND_ONLY = `if tg_op = 'DELETE' then
  if old.xmin = pg_current_xact_id()::xid then
    return old;
  end if;
elsif tg_op = 'UPDATE' then
  if old.superseded_at = 'infinity' and new.superseded_at < 'infinity' then
    declare
      superseding timestamptz := new.superseded_at;
    begin
      new.superseded_at := old.superseded_at;
      if new is not distinct from old then
        new.superseded_at := superseding;
        return new;
      end if;
    end;
  end if;
end if;
raise exception 'Rows of % are never changed or removed: a correction supersedes.', tg_table_name using errcode = 'restrict_violation';`;
