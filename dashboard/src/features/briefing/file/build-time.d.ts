/** Names of the operations that a briefing file answers, by hash; written in by dashboard/briefing-file.ts. */
declare const BRIEFING_OPERATIONS: Readonly<Record<string, string>>;
