/** What the process of `host-process.ts` is asked to do. Settings are environment variables, beside those of the process. */
export type Task =
  | { readonly kind: 'run'; readonly args: readonly string[]; readonly settings: Readonly<Record<string, string>> }
  | { readonly kind: 'serve'; readonly settings: Readonly<Record<string, string>> }
  | { readonly kind: 'stop'; readonly url: string };

/** What a task gives: exit status and output of a command, or the address of a server that runs or has stopped. */
export type Done =
  | { readonly kind: 'run'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'serve' | 'stop'; readonly url: string };

export interface Asked {
  readonly id: number;
  readonly task: Task;
}

/** With the stack of what a task failed with. */
export type Answered = { readonly id: number; readonly done: Done } | { readonly id: number; readonly failed: string };
