/** Two keep two cores busy. More would take memory, and sessions of the engine that readers wait for. */
const lanes = 2;

/**
 * Runs pieces of work two at a time, begun in their order. When one fails none begins any more, and it waits for the
 * other one: what still wrote would write into what is cleaned up next.
 *
 * @throws what one of them threw
 */
export async function sideBySide(works: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...works];
  const lane = async () => {
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) await work();
  };
  const orNone = (cause: unknown) => {
    waiting.length = 0;
    throw cause;
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, () => lane().catch(orNone)));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}
