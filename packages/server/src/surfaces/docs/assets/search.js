/* Search of the docs. The index is loaded when somebody first searches. */
(() => {
  /** Words of a question that say nothing about its subject. */
  const fillers = new Set(
    'a an and are can do does for get how i in is it my of on or the there to use what where with'.split(' '),
  );
  let loaded;
  const assets = new URL('.', document.currentScript.src);
  /** Where the server is, without a slash at its end. */
  const base = new URL('../..', assets).pathname.slice(0, -1);

  async function load() {
    const [{ default: MiniSearch }, { entries, synonyms }] = await Promise.all([
      import(new URL('minisearch.js', assets)),
      fetch(new URL('search.json', assets)).then((response) => response.json()),
    ]);
    const index = new MiniSearch({
      fields: ['page', 'heading', 'text'],
      storeFields: ['page', 'heading', 'text'],
      searchOptions: {
        boost: { page: 4, heading: 3 },
        prefix: (term) => term.length > 1,
        fuzzy: (term) => (term.length > 4 ? 0.15 : false),
        boostDocument: (id) => (id.startsWith('/docs/errors/') ? 0.3 : 1),
      },
    });
    index.addAll(entries);
    return { index, synonyms: new Map(Object.entries(synonyms)) };
  }

  /** Every word has to be found, itself or what means the same; if no entry has all of them, those with some. */
  function find({ index, synonyms }, query) {
    const words = query
      .toLowerCase()
      .replace(/\btime zone/g, 'timezone')
      .split(/\s+/)
      .filter(Boolean);
    const telling = words.filter((word) => !fillers.has(word));
    const queries = (telling.length > 0 ? telling : words).map((word) => {
      const same = synonyms.get(word) ?? synonyms.get(word.replace(/s$/, '')) ?? [];
      return { combineWith: 'OR', queries: [word, ...same.map((each) => ({ queries: [each], fuzzy: false }))] };
    });
    const all = index.search({ combineWith: 'AND', queries });
    return all.length > 0 ? all : index.search({ combineWith: 'OR', queries });
  }

  /** About 160 characters around the first word found, cut between words. */
  function excerpt(text, isFound) {
    const words = text.split(' ');
    const first = words.findIndex((word) => tokens(word).some(isFound));
    let from = Math.max(0, first);
    for (let length = 0; from > 0 && length + words[from - 1].length < 50; from -= 1)
      length += words[from - 1].length + 1;
    let to = from + 1;
    for (let length = words[from].length; to < words.length && length + words[to].length < 160; to += 1)
      length += words[to].length + 1;
    return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
  }

  function tokens(text) {
    return text.split(/([\p{L}\p{N}]+)/u);
  }

  /** The text with the words found marked. */
  function marked(text, isFound) {
    return tokens(text).map((token) => {
      if (!isFound(token)) return token;
      const mark = document.createElement('mark');
      mark.textContent = token;
      return mark;
    });
  }

  function resultItem({ id, page, heading, text, terms }) {
    const found = new Set(terms);
    const isFound = (token) => found.has(token.toLowerCase());
    const link = document.createElement('a');
    link.href = base + id;
    link
      .appendChild(document.createElement('strong'))
      .append(...marked(heading ? `${page} › ${heading}` : page, isFound));
    link.appendChild(document.createElement('span')).append(...marked(excerpt(text, isFound), isFound));
    const item = document.createElement('li');
    item.append(link);
    return item;
  }

  function start() {
    const dialog = document.getElementById('search-dialog');
    const input = document.getElementById('search-input');
    const list = document.getElementById('search-results');
    const state = document.getElementById('search-state');

    const open = () => {
      loaded ??= load();
      dialog.showModal();
      input.select();
    };
    const show = async () => {
      const query = input.value.trim();
      const results = query === '' ? [] : find(await loaded, query).slice(0, 12);
      if (query !== input.value.trim()) return;
      list.replaceChildren(...results.map(resultItem));
      state.textContent = query !== '' && results.length === 0 ? `No results for “${query}”.` : '';
    };
    const move = (event) => {
      const links = [...list.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement);
      if (event.key === 'Enter' && document.activeElement === input) {
        event.preventDefault();
        links[0]?.click();
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      (at + step < 0 ? input : links[Math.min(at + step, links.length - 1)])?.focus();
    };
    const openByKey = (event) => {
      const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
      const asks = (event.key === '/' && !isTyping) || (event.key === 'k' && (event.metaKey || event.ctrlKey));
      if (!asks || dialog.open) return;
      event.preventDefault();
      open();
    };

    input.addEventListener('input', show);
    dialog.addEventListener('keydown', move);
    dialog.addEventListener('click', ({ target }) => (target === dialog || target.closest('a')) && dialog.close());
    for (const button of document.querySelectorAll('[data-search]')) button.addEventListener('click', open);
    document.addEventListener('keydown', openByKey);
  }

  start();
})();
