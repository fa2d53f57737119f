/** A resource that is released by closing it. */
export interface Closable {
  close(): Promise<void>;
}

/** Resources opened one after another, each of which may use those before it. */
export class ResourceStack implements Closable {
  readonly #resources: Closable[] = [];

  /** Adds a resource and returns it. */
  add<Resource extends Closable>(resource: Resource): Resource {
    this.#resources.push(resource);
    return resource;
  }

  /** Closes all, in reverse order. @throws the first failure, once every resource has been closed */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const resource of this.#resources.splice(0).reverse()) {
      await resource.close().catch((failure: unknown) => failures.push(failure));
    }
    if (failures.length > 0) throw failures[0];
  }
}
