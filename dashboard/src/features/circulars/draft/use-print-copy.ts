import { onScopeDispose, watch, type Ref } from 'vue';
import { pageRules } from './page-rules.ts';

const HOST = 'print-copy';
/** On the body while a copy stands there: everything else is left out on paper. */
const MARK = 'has-print-copy';

/**
 * What comes out of the printer is the circular, not the page that it is written on: a copy of it stands at the end of the
 * document, seen by printers only, with styles of its own and the page rules that a browser takes from a document alone.
 */
export function usePrintCopy(html: Readonly<Ref<string | null>>): void {
  const host = document.createElement('div');
  host.className = HOST;
  host.setAttribute('aria-hidden', 'true');
  const page = document.createElement('style');
  page.media = 'print';
  const shadow = host.attachShadow({ mode: 'open' });
  const draw = (text: string): void => {
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    for (const element of parsed.querySelectorAll('meta, script')) element.remove();
    const css = [...parsed.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n');
    page.textContent = pageRules(css);
    shadow.replaceChildren(document.adoptNode(parsed.documentElement));
  };
  const remove = (): void => {
    host.remove();
    page.remove();
    // A page that comes may have put its copy there before this one goes.
    document.body.classList.toggle(MARK, document.querySelector(`body > .${HOST}`) !== null);
  };
  watch(
    html,
    (text) => {
      if (text === null) return remove();
      draw(text);
      if (!host.isConnected) document.body.append(page, host);
      document.body.classList.add(MARK);
    },
    { immediate: true },
  );
  onScopeDispose(remove);
}
