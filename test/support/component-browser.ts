import { playwright, type PlaywrightProviderOptions } from '@vitest/browser-playwright';
import type { BrowserProviderOption } from 'vitest/node';

/**
 * The browser of the component tests, which draws the same picture on every machine. It is looked
 * for when the first component test runs, so that other tests neither wait for it nor need one.
 */
export function componentBrowser(): BrowserProviderOption {
  const options: PlaywrightProviderOptions = {
    actionTimeout: 10_000,
    contextOptions: {
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    },
  };
  const { prewarm: _, ...provider } = playwright(options);
  return {
    ...provider,
    providerFactory: (project) => {
      const browser = provider.providerFactory(project);
      // One page, one after the other: a second one would load all modules once more for so few files.
      browser.supportsParallelism = false;
      const openPage = browser.openPage.bind(browser);
      browser.openPage = async (...page) => {
        const { pictureOptions } = await import('./browser.ts');
        options.launchOptions ??= await pictureOptions();
        return openPage(...page);
      };
      return browser;
    },
  };
}
