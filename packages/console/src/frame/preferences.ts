/** What a viewer chose, kept in this browser. Nothing else is. */
export interface Preferences {
  get(name: string): string | undefined;
  set(name: string, value: string | undefined): void;
}

const prefix = 'vitrine.';

/** Browsers may forbid storage; then a choice holds until the page is closed. */
function stored(): Preferences {
  const kept = new Map<string, string>();
  return {
    get(name) {
      try {
        return localStorage.getItem(prefix + name) ?? kept.get(name);
      } catch {
        return kept.get(name);
      }
    },
    set(name, value) {
      if (value === undefined) kept.delete(name);
      else kept.set(name, value);
      try {
        if (value === undefined) localStorage.removeItem(prefix + name);
        else localStorage.setItem(prefix + name, value);
      } catch {
        // Kept above.
      }
    },
  };
}

export const preferences = stored();
