// Before the first paint: the stored theme and language, so that nothing flashes.
(function () {
  var root = document.documentElement;
  var theme = null;
  var language = new URLSearchParams(location.search).get('lang');
  try {
    theme = localStorage.getItem('wallchart.theme');
    language = language || localStorage.getItem('wallchart.language');
  } catch {
    // Storage may be switched off; the defaults serve.
  }
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  if (language === 'en') root.lang = 'en';
})();
