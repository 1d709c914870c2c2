/*
 * What the page still waits for, written to `data-idle` of <html>. It is "true" while nothing is under way that will change
 * the page without its reader: no navigation, no operation, no file, no part of the page or chart that waits for its turn,
 * no job that is followed, no pause before a change is saved. Until then it names what is. Tests wait for it, and so can
 * everything else that needs the finished page, such as a program that prints it. Notes that fade by themselves and tips
 * that follow the pointer do not count.
 */

const all = new Set<{ readonly what: string }>();
let telling = false;

function notify(): void {
  document.documentElement.dataset['idle'] = all.size === 0 ? 'true' : [...all].map(({ what }) => what).join(', ');
}

/** What ends often starts the next thing in the same task: told once that is over. */
function tellSoon(): void {
  if (telling) return;
  telling = true;
  setTimeout(() => {
    telling = false;
    notify();
  });
}

/** Says that something is under way. Returns how to say that it is over; saying so twice does no harm. */
export function underWay(what: string): () => void {
  const one = { what };
  all.add(one);
  notify();
  return () => {
    if (all.delete(one)) tellSoon();
  };
}

/** The same for as long as a promise is pending. Returns the promise. */
export function during<T>(what: string, work: Promise<T>): Promise<T> {
  const over = underWay(what);
  work.then(over, over);
  return work;
}
