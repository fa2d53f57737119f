/**
 * What pages of the docs do besides being read. Classic and in the head, so that the theme is right before anything is
 * drawn.
 */
(() => {
  const root = document.documentElement;
  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const store = (name, value) => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // A browser that keeps nothing shows the defaults the next time.
    }
  };

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
  const theme = stored('vitrine-theme');
  if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;

  function themeToggle() {
    const button = document.querySelector('[data-theme-toggle]');
    const show = () => button.setAttribute('aria-pressed', String(isDark()));
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      store('vitrine-theme', root.dataset.theme);
      show();
    });
    dark.addEventListener('change', show);
    show();
  }

  function menu() {
    const button = document.querySelector('[data-menu]');
    if (!document.getElementById('navigation')) return button.remove();
    const set = (open) => {
      root.classList.toggle('menu-open', open);
      button.setAttribute('aria-expanded', String(open));
    };
    button.addEventListener('click', () => set(!root.classList.contains('menu-open')));
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && set(false));
    document.querySelector('#navigation [aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  async function copy(button, text) {
    const label = button.querySelector('span') ?? button;
    const before = label.textContent;
    try {
      await navigator.clipboard.writeText(text);
      label.textContent = 'Copied';
    } catch {
      label.textContent = 'Not allowed';
    }
    setTimeout(() => {
      label.textContent = before;
    }, 1500);
  }

  function copying() {
    document.addEventListener('click', ({ target }) => {
      const code = target.closest('[data-copy]');
      if (code) copy(code, code.closest('.code').querySelector('code').textContent);
      const prompt = target.closest('[data-copy-prompt]');
      if (prompt) copy(prompt, document.getElementById('prompt').content.textContent);
    });
  }

  function showTab(tabs, chosen) {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = !isChosen;
    }
  }

  function tabs() {
    for (const list of document.querySelectorAll('[role=tablist]')) {
      const all = [...list.querySelectorAll('[role=tab]')];
      const choose = (tab) => {
        showTab(all, tab);
        store('vitrine-language', tab.dataset.language);
      };
      list.addEventListener(
        'click',
        ({ target }) => target.closest('[role=tab]') && choose(target.closest('[role=tab]')),
      );
      list.addEventListener('keydown', ({ key }) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
        if (!step) return;
        const next = all.at((all.indexOf(document.activeElement) + step) % all.length);
        choose(next);
        next.focus();
      });
      showTab(all, all.find((tab) => tab.dataset.language === stored('vitrine-language')) ?? all[0]);
    }
  }

  function currentHeading() {
    const links = new Map([...document.querySelectorAll('.contents a')].map((link) => [link.hash.slice(1), link]));
    if (links.size === 0) return;
    const headings = [...links.keys()].map((id) => document.getElementById(decodeURIComponent(id))).filter(Boolean);
    const mark = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
      const now = (passed.at(-1) ?? headings[0])?.id;
      for (const [id, link] of links) link.classList.toggle('current', decodeURIComponent(id) === now);
    };
    document.addEventListener('scroll', mark, { passive: true });
    mark();
  }

  document.addEventListener('DOMContentLoaded', () => {
    root.classList.add('js');
    for (const start of [themeToggle, menu, copying, tabs, currentHeading]) start();
  });
})();
