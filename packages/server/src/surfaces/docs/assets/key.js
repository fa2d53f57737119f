/**
 * The reader's key fills the samples of every page. It stays in this tab (sessionStorage) until it is forgotten or the
 * tab is closed.
 */
(() => {
  const name = 'vitrine-key';
  /** How samples name the key, and what stands there instead. Earlier ones contain later ones. */
  const places = [
    ["process.env.VITRINE_KEY ?? ''", (key) => `'${key}'`],
    ['$' + '{process.env.VITRINE_KEY}', (key) => key],
    ['process.env.VITRINE_KEY', (key) => `'${key}'`],
    ["{os.environ['VITRINE_KEY']}", (key) => key],
    ['$VITRINE_KEY', (key) => key],
    ['sk_live_…', (key) => key],
  ];
  /** What samples looked like before. */
  const originals = new Map();

  const stored = () => {
    try {
      return sessionStorage.getItem(name) ?? '';
    } catch {
      return '';
    }
  };
  const store = (key) => {
    try {
      if (key === '') sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, key);
    } catch {
      // A browser that keeps nothing forgets the key with the page.
    }
  };

  /** The text node that has a character of an element's text, and its place there. */
  function pointAt(element, at) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let left = at;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left < node.length) return [node, left];
      left -= node.length;
    }
    return [element, element.childNodes.length];
  }

  function replaceAll(code, words, value) {
    for (let at = code.textContent.indexOf(words); at >= 0; at = code.textContent.indexOf(words, at + value.length)) {
      const range = document.createRange();
      range.setStart(...pointAt(code, at));
      const [node, offset] = pointAt(code, at + words.length - 1);
      range.setEnd(node, offset + 1);
      range.deleteContents();
      range.insertNode(document.createTextNode(value));
    }
  }

  function fill(code, key) {
    if (!originals.has(code)) originals.set(code, code.cloneNode(true));
    code.replaceChildren(...originals.get(code).cloneNode(true).childNodes);
    if (!/^\w+$/.test(key)) return;
    for (const [words, written] of places) replaceAll(code, words, written(key));
  }

  function show(key) {
    for (const code of document.querySelectorAll('figure.code code')) fill(code, key);
    for (const button of document.querySelectorAll('[data-forget-key]')) button.hidden = key === '';
    for (const input of document.querySelectorAll('[data-key]')) if (input.value.trim() !== key) input.value = key;
  }

  const set = (key) => {
    store(key);
    show(key);
  };
  for (const input of document.querySelectorAll('[data-key]'))
    input.addEventListener('input', () => set(input.value.trim()));
  for (const button of document.querySelectorAll('[data-forget-key]')) button.addEventListener('click', () => set(''));
  show(stored());
})();
