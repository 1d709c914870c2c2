/** A ledger or a map to import, or a document to check. */
export type UploadKind = 'import' | 'document';

export interface Upload {
  readonly id: string;
  readonly kind: UploadKind;
  /** As the user calls it. */
  readonly fileName: string;
  readonly path: string;
  readonly bytes: number;
}
