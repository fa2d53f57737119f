/** Resolves after that time, or rejects with the reason of the signal as soon as it is aborted. */
export function waitMs(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, ms);
    if (signal?.aborted) return end();
    signal?.addEventListener('abort', end, { once: true });
  });
}
