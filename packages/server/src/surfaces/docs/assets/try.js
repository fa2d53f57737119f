/* "Try it" on the page of an endpoint: calls this server and shows its response. */
(() => {
  const form = document.querySelector('[data-try]');
  const key = form.querySelector('[data-key]');
  const state = form.querySelector('[role=status]');
  const figure = form.querySelector('[data-try-response]');

  function address() {
    const given = [...new FormData(form)]
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== '');
    return `${form.dataset.try}?${new URLSearchParams(given)}`;
  }

  /** JSON with its lines broken and its numbers as they were sent, where the browser can; anything else as it is. */
  function readable(text) {
    const asSent = (_name, value, context) =>
      typeof value === 'number' && context !== undefined ? JSON.rawJSON(context.source) : value;
    try {
      return JSON.stringify(JSON.parse(text, asSent), null, 2);
    } catch {
      return text;
    }
  }

  async function send() {
    const token = key.value.trim();
    const began = performance.now();
    const headers = token === '' ? {} : { Authorization: `Bearer ${token}` };
    const response = await fetch(address(), { headers, credentials: 'omit', cache: 'no-store' });
    const text = await response.text();
    state.textContent = `${response.status} ${response.statusText} in ${Math.round(performance.now() - began)} ms`;
    figure.querySelector('code').textContent = readable(text);
    figure.hidden = false;
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('[type=submit]');
    button.disabled = true;
    state.textContent = 'Waiting for the response';
    try {
      await send();
    } catch (error) {
      figure.hidden = true;
      state.textContent = `No response: ${error.message}`;
    } finally {
      button.disabled = false;
    }
  });
})();
