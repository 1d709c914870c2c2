export { assertEmpty, restoreBackup, type RestoredBackup, type RestoreProgress } from './restore-backup.ts';
export { contentsOf } from './contents.ts';
export { openBackup, type Backup } from './open-backup.ts';
export { writeBackup, type BackupProgress, type WrittenBackup } from './write-backup.ts';
export { writeWhole } from './write-whole.ts';
