/* A browser may refuse storage (private windows, files on a stick): then nothing is remembered, and nothing breaks. */

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept until the page is closed.
  }
}
