let watched: unknown = null;
let pending = 0;

/** Watches the browser's own storage, where there is any, so that `settle` knows when nothing is under way in it. */
export function watchStorage(): void {
  const { IDBFactory: factory, IDBDatabase: database } = globalThis as { IDBFactory?: typeof IDBFactory; IDBDatabase?: typeof IDBDatabase };
  if (factory === undefined || database === undefined || watched === factory) return;
  watched = factory;
  watch(factory.prototype, ['open', 'deleteDatabase'], ['success', 'error']);
  watch(database.prototype, ['transaction'], ['complete', 'abort']);
}

/** How many openings, removals and transactions are not over yet. */
export function storagePending(): number {
  return pending;
}

function watch(owner: object, names: readonly string[], ends: readonly string[]): void {
  for (const name of names) {
    const original = Reflect.get(owner, name) as (...given: unknown[]) => EventTarget;
    Reflect.set(owner, name, function watchedCall(this: unknown, ...given: unknown[]): EventTarget {
      const begun = Reflect.apply(original, this, given);
      pending++;
      let isOver = false;
      for (const end of ends) {
        begun.addEventListener(end, () => {
          if (!isOver) pending--;
          isOver = true;
        });
      }
      return begun;
    });
  }
}
