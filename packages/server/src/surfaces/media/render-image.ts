import { Rendering } from './rendering.ts';

/**
 * Makes one image of a known kind and size out of bytes that nothing is known of.
 *
 * @throws PictureRefused when that cannot be
 */
export type RenderImage = (bytes: Buffer) => Promise<Buffer>;

export interface Renderer {
  readonly render: RenderImage;
  /** Ends the processes that convert, whatever they are at. */
  close(): Promise<void>;
}

export interface RenderLimits {
  /** Begins for each picture; what takes longer is killed. Default: ten seconds. */
  readonly deadline?: () => AbortSignal;
  /** Of a process that converts, what Node needs included. Default: 512 MiB. */
  readonly memoryBytesMax?: number;
}

const msMax = 10_000;
const memoryBytesMaxDefault = 512 * 1024 * 1024;
/** How long a process without work is kept: to start one takes as long as many conversions. */
const idleMsMax = 60_000;

/** Converts in child processes, which are started as they are needed: what a picture does to one ends with it. */
export function openRenderer(limits: RenderLimits = {}): Renderer {
  const { deadline = () => AbortSignal.timeout(msMax), memoryBytesMax = memoryBytesMaxDefault } = limits;
  const idle: Rendering[] = [];
  const all = new Set<Rendering>();
  const end = (rendering: Rendering) => {
    all.delete(rendering);
    rendering.kill();
  };
  const endIdle = () => {
    for (const rendering of idle.splice(0)) end(rendering);
  };
  const timer = setTimeout(endIdle, idleMsMax).unref();
  return {
    async render(bytes) {
      const rendering = idle.pop() ?? new Rendering(memoryBytesMax);
      all.add(rendering);
      try {
        return await rendering.render(bytes, deadline());
      } finally {
        if (rendering.isGone || !all.has(rendering)) end(rendering);
        else idle.push(rendering);
        timer.refresh();
      }
    },
    async close() {
      clearTimeout(timer);
      for (const rendering of all) end(rendering);
    },
  };
}
