/**
 * Loads and starts the interactive reference on /docs/reference once the page is shown. It calls no server but this
 * one.
 */
(() => {
  const root = document.documentElement;
  const assets = new URL('.', document.currentScript.src);
  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const state = document.querySelector('[data-reference-state]');

  function start() {
    document.getElementById('reference').replaceChildren();
    Scalar.createApiReference('#reference', {
      url: new URL('../../openapi.json', assets).href,
      theme: 'none',
      layout: 'modern',
      darkMode: isDark(),
      hideDarkModeToggle: true,
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
      hideClientButton: true,
      defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
      authentication: { preferredSecurityScheme: 'key' },
    });
    new MutationObserver(() => {
      document.body.classList.toggle('dark-mode', isDark());
      document.body.classList.toggle('light-mode', !isDark());
    }).observe(root, { attributeFilter: ['data-theme'] });
  }

  function load() {
    const script = document.createElement('script');
    script.src = new URL('scalar.js', assets).href;
    script.addEventListener('load', start);
    script.addEventListener('error', () => {
      state.textContent = 'The interactive reference could not be loaded. Reload the page to try again.';
    });
    document.head.append(script);
  }

  state.textContent = 'Loading the interactive reference…';
  addEventListener('load', () => setTimeout(load));
})();
