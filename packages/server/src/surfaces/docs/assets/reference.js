/* Starts the interactive reference on /docs/reference. It asks no server but this one. */
(() => {
  const root = document.documentElement;
  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

  document.addEventListener('DOMContentLoaded', () => {
    Scalar.createApiReference('#reference', {
      url: '/openapi.json',
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
  });
})();
