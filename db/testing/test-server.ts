/** Address of the server's maintenance database and the migrated database to copy. */
export interface TestServer {
  url: string;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}
