/** A trusted document: the server has its text by this digest. Its type says what goes in and what comes back. */
export interface TrustedDocument<Data, Variables> {
  /** `sha256:` and the digest of its text. */
  readonly hash: string;
  /** For the compiler alone. */
  readonly types?: (variables: Variables) => Data;
}
