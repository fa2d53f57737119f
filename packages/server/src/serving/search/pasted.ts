/** What a person types or pastes into a search. */
export interface Pasted {
  /** Ids in it, any of which may be that of the entity; empty when it is text. */
  readonly ids: readonly string[];
  /** What to look for by its words when no id leads anywhere. */
  readonly text: string;
}

const idPattern = /^\d{1,20}$/;
const addressPattern = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}\/\S*$/i;
/** As apps share it: an address within a text. */
const sharedPattern = /\bhttps?:\/\/\S+/i;
const idMax = 2n ** 64n - 1n;

/** An id, the address of a page, or words. */
export function pastedOf(given: string): Pasted {
  const [shared] = sharedPattern.exec(given) ?? [];
  const text = shared?.replace(/[).,!?"']+$/, '') ?? given.trim();
  if (idPattern.test(text)) return { ids: fitting([text]), text };
  if (!addressPattern.test(text)) return { ids: [], text };
  const address = /^https?:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return { ids: [], text };
  const { pathname, searchParams } = new URL(address);
  const segments = pathname.split('/').map(decoded);
  const handle = segments.find((segment) => segment.startsWith('@')) ?? '';
  // The last is the most telling; those in the query come after.
  const named = [...segments.reverse(), ...searchParams.values()].map((each) => each.replace(/\.html?$/i, ''));
  const ids = named.filter((each) => /^\d{6,20}$/.test(each));
  return { ids: fitting(ids), text: handle || given.replace(shared ?? text, '').trim() };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function fitting(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map(BigInt))].filter((id) => id <= idMax).map(String);
}
