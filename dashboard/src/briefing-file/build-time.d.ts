/** Names of the operations that a briefing file answers, by hash; written in by dashboard/briefing-file.ts. */
declare const __BRIEFING_OPERATIONS__: Readonly<Record<string, string>>;
