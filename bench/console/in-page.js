/*
 * Runs in every page that is measured, before the page's own scripts: it remembers which rows were answered, and tells
 * when they, or the page of one thing, were painted. Times are milliseconds since the page began to load.
 */
(() => {
  const lookMsMax = 20_000;
  /** Rows of which it is looked at whether they are those of the answer. */
  const comparedRows = 8;
  const longestFirst = (a, b) => b - a;

  /** When the person last did something. */
  let inputMs = 0;
  /** The first page of rows that was asked for last, and its rows once they are answered. */
  let wanted;
  /** A parameter that the question has which is meant, where others are asked on the way. */
  let meant;
  for (const type of ['click', 'input', 'keydown'])
    window.addEventListener(type, ({ timeStamp }) => (inputMs = timeStamp), { capture: true });

  const plainFetch = window.fetch;
  window.fetch = async (address, init) => {
    const { pathname, searchParams } = new URL(address, document.baseURI);
    const isFirstPage = pathname.endsWith('/product/list/analytics') && searchParams.get('page_num') === '1';
    const isMeant = !meant || searchParams.get(meant.name) === meant.value;
    if (!isFirstPage || !isMeant) return plainFetch(address, init);
    const asked = { inputMs, askedMs: performance.now() };
    wanted = asked;
    const response = await plainFetch(address, init);
    asked.answeredMs = performance.now();
    response
      .clone()
      .json()
      .then(({ data }) => (asked.ids = data.map(({ product_id }) => product_id)));
    return response;
  };

  /** The value that `look` finds, and when the frame that shows it was painted. */
  function painted(look, what) {
    const endMs = performance.now() + lookMsMax;
    return new Promise((resolve, reject) => {
      const frame = () => {
        const value = look();
        if (value !== undefined) return afterPaint(() => resolve({ value, paintedMs: performance.now() }));
        if (performance.now() > endMs) return reject(new Error(`${what} did not come within ${lookMsMax} ms`));
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  }

  /** Of what is done before a frame, the next message is heard behind its painting. */
  function afterPaint(then) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(undefined);
  }

  const table = () => document.querySelector('[role=table]');
  const rowsIn = (part) => [...part.querySelectorAll('[data-row]')];

  function showsAnswer() {
    const { ids } = wanted ?? {};
    const shown = table();
    if (ids === undefined || shown === null || document.querySelector('[data-updating]') !== null) return undefined;
    const firsts = ids.slice(0, comparedRows);
    const isShown = (id, index) =>
      shown.querySelector(`[data-row="${index}"] a`)?.getAttribute('href')?.includes(`/${id}`) === true;
    return firsts.every(isShown) ? wanted : undefined;
  }

  /** Whether every row in view has come. */
  function isFilled() {
    const scroller = table()?.parentElement;
    if (!scroller) return undefined;
    const { top, bottom } = scroller.getBoundingClientRect();
    const seen = rowsIn(scroller).filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    });
    return seen.length > 0 && seen.every((row) => row.querySelector('a') !== null) ? true : undefined;
  }

  /** Looks at frames until told to stop. */
  function watchFrames() {
    const framesMs = [];
    const longMs = [];
    let last;
    let goesOn = true;
    const frame = (ms) => {
      if (last !== undefined) framesMs.push(ms - last);
      last = ms;
      if (goesOn) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longMs.push(duration);
    });
    observer.observe({ type: 'long-animation-frame' });
    return () => {
      goesOn = false;
      observer.disconnect();
      return { framesMs, longMs: longMs.sort(longestFirst) };
    };
  }

  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  globalThis.vitrineBench = {
    /** Forgets which rows were answered: those of the next question are meant, or of the next that has a parameter. */
    forget(parameter) {
      wanted = undefined;
      meant = parameter;
    },

    /** When the rows that were asked for last are painted: how long after what the person did, and after the answer. */
    async rowsPainted() {
      const { value, paintedMs } = await painted(showsAnswer, 'rows');
      return {
        ms: paintedMs - value.inputMs,
        askedMs: value.askedMs - value.inputMs,
        answeredMs: value.answeredMs - value.inputMs,
      };
    },

    /** When the page of the thing of that name is painted: its numbers, and all of it. */
    async pagePainted(name) {
      const numbers = await painted(() => {
        const isHere = document.querySelector('h1')?.textContent === name;
        return isHere && document.querySelector('dl dd') !== null ? true : undefined;
      }, 'the page');
      const whole = await painted(() => {
        const listed = table()?.parentElement;
        const isListed = listed && (rowsIn(listed).some((row) => row.querySelector('a')) || listed.querySelector('p'));
        return isListed && document.querySelector('figure svg path') !== null ? true : undefined;
      }, 'chart and list');
      return { ms: numbers.paintedMs - inputMs, wholeMs: whole.paintedMs - inputMs };
    },

    /**
     * Scrolls from the top through as many rows, some frames at a time, and rests after each time until the rows in view
     * have come.
     */
    async scroll({ rows, rowsPerFrame, framesPerTurn, msMax }) {
      const scroller = table().parentElement;
      const rowPx = table().querySelector('[data-row]').offsetHeight;
      const restsMs = [];
      const end = performance.now() + msMax;
      const stop = watchFrames();
      let passed = 0;
      while (passed < rows && performance.now() < end) {
        for (let frame = 0; frame < framesPerTurn && passed < rows; frame++) {
          scroller.scrollTop += rowsPerFrame * rowPx;
          passed += rowsPerFrame;
          await nextFrame();
        }
        const restedMs = performance.now();
        restsMs.push((await painted(isFilled, 'rows in view')).paintedMs - restedMs);
      }
      return { ...stop(), passed, restsMs };
    },

    /** Puts the scrollbar to a part of its way. How long until the rows in view have come. */
    async jump(part) {
      const scroller = table().parentElement;
      const fromMs = performance.now();
      scroller.scrollTop = Math.round(part * (scroller.scrollHeight - scroller.clientHeight));
      await nextFrame();
      await nextFrame();
      return (await painted(isFilled, 'rows in view')).paintedMs - fromMs;
    },

    /** Scripts that the page loaded: how many, and their bytes on the way and unpacked. */
    scripts() {
      const loaded = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
      const sum = (field) => loaded.reduce((total, entry) => total + entry[field], 0);
      return { count: loaded.length, sentBytes: sum('encodedBodySize'), bytes: sum('decodedBodySize') };
    },

    /** Groups of the values of a field, as the console shows them above a filter. */
    async groups(region, field) {
      const query = new URLSearchParams({ region, of: field });
      const response = await plainFetch(`/console/v1/distributions/product-list?${query}`);
      return (await response.json()).data.groups;
    },
  };
})();
