/** Which of some texts something holds of. */
export type AskAll = (texts: readonly string[]) => Promise<ReadonlySet<string>>;

interface Waiting {
  readonly text: string;
  resolve(holds: boolean): void;
  reject(error: unknown): void;
}

/**
 * Asks about one text at a time, as a table does for its pictures: those that come while a question is under way are
 * asked about together when it is answered.
 *
 * @throws what `askAll` throws, to all who were asked about together.
 */
export function askedTogether(askAll: AskAll): (text: string) => Promise<boolean> {
  let waiting: Waiting[] = [];
  let isAsking = false;
  const askOn = async () => {
    isAsking = true;
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      await answer(askAll, together);
    }
    isAsking = false;
  };
  return (text) =>
    new Promise((resolve, reject) => {
      waiting.push({ text, resolve, reject });
      if (!isAsking) void askOn();
    });
}

async function answer(askAll: AskAll, together: readonly Waiting[]): Promise<void> {
  try {
    const found = await askAll([...new Set(together.map(({ text }) => text))]);
    for (const { text, resolve } of together) resolve(found.has(text));
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}
