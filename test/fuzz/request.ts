/** One request as it goes over the wire. */
export interface FuzzRequest {
  /** What it is an example of; `--without` leaves kinds out. */
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Bytes to send as they are instead, on a connection of their own. */
  readonly raw?: string;
  /** An import to start of what the request uploads, as a trial. */
  readonly importsUpload?: boolean;
}
