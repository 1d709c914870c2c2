/** How the client reaches what answers it: the network, unless a file carries the answers. */
let send: typeof fetch | null = null;

/** Before the first question. */
export function answerWith(instead: typeof fetch): void {
  send = instead;
}

export const transport: typeof fetch = (input, init) => (send ?? fetch)(input, init);
