/** Codes of the units that something was read about; null: about anything. */
export type About = readonly string[] | null;

/** What an answer was read from. */
export class Reads {
  #units: Set<string> | null = new Set();

  note(about: About): void {
    if (about === null) this.#units = null;
    else for (const code of about) this.#units?.add(code);
  }

  get about(): About {
    return this.#units && [...this.#units];
  }
}
