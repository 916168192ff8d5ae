// Sets the remembered theme before the first paint, so that a dark console does not open with a white flash.
// A file of its own because the Content-Security-Policy allows no inline script. Key and values: app/shell/theme.ts.
(function () {
  try {
    var choice = localStorage.getItem('tos.theme');
    if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
  } catch {
    // Storage may be forbidden; the system's theme is then the answer.
  }
})();
