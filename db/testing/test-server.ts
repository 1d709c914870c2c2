/** The PostgreSQL of a run of tests. */
export interface TestServer {
  /** Address of its maintenance database. */
  url: string;
  /** What the name of every database of this run begins with. */
  run: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}
