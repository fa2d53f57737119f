import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';

/** An engine some methods of which are others. */
export function engineWith(engine: Engine, others: Partial<Engine>): Engine {
  return {
    location: engine.location,
    command: (...question) => engine.command(...question),
    rows: (...question) => engine.rows(...question),
    bytes: (...question) => engine.bytes(...question),
    stream: (...question) => engine.stream(...question),
    writeFile: (...question) => engine.writeFile(...question),
    insert: (...question) => engine.insert(...question),
    guest: (...question) => engine.guest(...question),
    close: () => engine.close(),
    ...others,
  };
}
