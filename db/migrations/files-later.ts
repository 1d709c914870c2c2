/**
 * Body of the trigger of what is sealed or issued before its files are rendered: they are stored once, where there were
 * none, and nothing else ever changes. For migration and entity alike; frozen with the migration.
 */
const storedOnce = (files: readonly string[], refusal: string): string => `if tg_op = 'UPDATE' and old.docx is null then
  ${files.map((file) => `old.${file} := new.${file};`).join(' ')}
  if new is not distinct from old then
    return new;
  end if;
end if;
raise exception '${refusal}' using errcode = 'restrict_violation';`;

export const SEALED_ONCE = storedOnce(
  ['docx', 'pdf', 'html'],
  'A sealed edition of a circular is never changed or removed.',
);

export const ISSUED_ONCE = storedOnce(['docx', 'pdf'], 'A reminder card that was issued is never changed or removed.');
