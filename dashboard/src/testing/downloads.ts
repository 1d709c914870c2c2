import { vi } from 'vitest';

/** A file that the page handed to the browser. */
export interface Download {
  readonly name: string;
  readonly text: Promise<string>;
}

/** Collects what the page hands to the browser as a download, until the test ends; nothing is written to the disk. */
export function downloads(): Download[] {
  const all: Download[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    all.push({ name: this.download, text: fetch(this.href).then((file) => file.text()) });
  });
  return all;
}
