// What an empty page says: which browser it needs, and which one this is. ES5, for the browsers that cannot run the rest.
(function () {
  var OLDEST_CHROMIUM = 90;

  function version(pattern) {
    return Number((pattern.exec(navigator.userAgent) || [])[1] || 0);
  }

  function browser() {
    if (document.documentMode) return { name: 'Internet Explorer ' + document.documentMode, old: true };
    var chromium = version(/Chrom(?:e|ium)\/(\d+)/);
    if (chromium) return { name: 'Chromium ' + chromium, old: chromium < OLDEST_CHROMIUM };
    var firefox = version(/Firefox\/(\d+)/);
    return { name: firefox ? 'Firefox ' + firefox : navigator.userAgent, old: false };
  }

  function paragraph(parent, text, lang) {
    var element = parent.appendChild(document.createElement('p'));
    element.lang = lang;
    element.style.cssText = 'margin:0 0 12px';
    element.appendChild(document.createTextNode(text));
  }

  function explain() {
    var app = document.getElementById('app');
    if (app.firstChild) return;
    var here = browser();
    var box = app.appendChild(document.createElement('div'));
    box.setAttribute('role', 'alert');
    box.style.cssText = 'max-width:640px;margin:64px auto;padding:0 16px;font:16px/1.7 sans-serif';
    paragraph(
      box,
      here.old
        ? '本页在这个浏览器（' + here.name + '）里无法打开。'
        : '本页没有启动（浏览器：' + here.name + '）。请刷新；刷新后仍是如此，请联系管理员。',
      'zh-CN'
    );
    paragraph(
      box,
      '需要 Chromium 90 或更高版本的内核（如奇安信、统信 UOS、360、Edge 等浏览器的极速模式），或仍在支持期内的 Firefox ESR。' +
        '若地址栏旁显示“兼容模式”或“IE 模式”，请切换到“极速模式”。',
      'zh-CN'
    );
    paragraph(
      box,
      here.old
        ? 'This page cannot run in this browser (' + here.name + ').'
        : 'This page did not start (browser: ' +
            here.name +
            '). Reload it. If that does not help, ask your administrator.',
      'en'
    );
    paragraph(
      box,
      'It needs a browser built on Chromium 90 or later, or a supported Firefox ESR. ' +
        'If the browser shows this page in Internet Explorer mode, leave that mode.',
      'en'
    );
  }

  // In the briefing file this stands in the page itself and comes before the load; elsewhere it is fetched after.
  if (document.readyState === 'complete') explain();
  else window.addEventListener('load', explain);
})();
