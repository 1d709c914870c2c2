// Before the first paint: the stored theme and language, so that nothing flashes; then what older browsers need.
// ES5 throughout: whatever opens the page must be able to read this and say what is missing.
(function () {
  var root = document.documentElement;
  var theme = null;
  var language = (/[?&]lang=([^&]*)/.exec(location.search) || [])[1];
  try {
    theme = localStorage.getItem('wallchart.theme');
    language = language || localStorage.getItem('wallchart.language');
    // oxlint-disable-next-line no-unused-vars -- ES5 has no catch without a name
  } catch (error) {
    // Storage may be switched off; the defaults serve.
  }
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-theme', dark ? 'dark' : 'light');
  if (language === 'en') root.lang = 'en';

  // Chromium 122 has the last of what older-browsers.js brings. Written, so that it runs before any module.
  if (!window.Iterator) document.write('<script src="/older-browsers.js"></script>');

  // A page that is still empty now never started: it says what it needs.
  addEventListener('load', function () {
    if (document.getElementById('app').firstChild) return;
    root.appendChild(document.createElement('script')).src = '/not-started.js';
  });
})();
