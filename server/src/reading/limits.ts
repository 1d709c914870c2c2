const MIB = 1024 * 1024;

/** What a file may cost. Generous beside any real ledger, small beside the memory of the machine. */
export const LIMITS = {
  /** a workbook or zip as it lies on the disk */
  archiveBytes: 50 * MIB,
  /** one CSV file */
  csvBytes: 2048 * MIB,
  entries: 2000,
  /** all parts of an archive unpacked */
  unpackedBytes: 1024 * MIB,
  /** a part that unpacks to more than `ratioFrom` may not be packed tighter than this; sheets of real ledgers reach 30 */
  ratio: 200,
  ratioFrom: 16 * MIB,
  /** what Excel itself can hold in a sheet */
  rows: 1_048_576,
  columns: 16_384,
  cellCharacters: 32_767,
  /** XML between two tags, so that one endless text or attribute cannot fill the memory */
  markupCharacters: 1_000_000,
  /** estimated memory of the table of shared strings */
  stringsBytes: 100 * MIB,
  /** small parts read whole: workbook, relations, styles */
  partBytes: 8 * MIB,
  /** the text of a DOCX, read whole: a circular with long tables has less than one MiB */
  documentBytes: 32 * MIB,
  paragraphs: 200_000,
  /** elements within elements */
  markupDepth: 512,
  csvRecordBytes: MIB,
  /** rows from the top among which the header is looked for */
  headerWithin: 20,
} as const;
