/** Whether anything else in the process has its turn before some work is done. */
export async function hasTurnDuring(work: () => Promise<unknown>): Promise<boolean> {
  let hadTurn = false;
  setImmediate(() => {
    hadTurn = true;
  });
  await work();
  return hadTurn;
}
