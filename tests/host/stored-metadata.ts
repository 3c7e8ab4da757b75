import type { CachedMetadata } from 'obsidian';
import { ownText } from '../../src/core/text/own-text';
import { parseNote } from './parse-note';

/** What is asked of every note of a library, and stays parsed. */
const KEPT = ['frontmatter', 'frontmatterPosition', 'frontmatterLinks', 'headings'] as const;
type Kept = Pick<CachedMetadata, (typeof KEPT)[number]>;

const isKept = (key: string | symbol): boolean => (KEPT as readonly (string | symbol)[]).includes(key);

/**
 * The metadata of a note as an earlier session stored it. Links, sections and list items are made when something first looks at them: for
 * 50,000 notes they are 270 MB of small objects, and collecting garbage among those is the stand-in's cost, in the way of measuring
 * the plugin's, which reads front matter and headings. Seen from outside it is the object that `parseNote` returns. It keeps no text alive,
 * as what comes from the app's database does not: `read` gives the text again.
 */
export function storedMetadata(read: () => string, whole: CachedMetadata): CachedMetadata {
  const kept: Kept = {};
  for (const key of KEPT) if (whole[key] !== undefined) Object.assign(kept, { [key]: withOwnTexts(whole[key]) });
  return new Proxy<CachedMetadata>(kept, new MadeWhenAsked(read));
}

/** A copy with no piece of a longer text in it. */
function withOwnTexts(value: unknown): unknown {
  if (typeof value === 'string') return ownText(value);
  if (Array.isArray(value)) return value.map(withOwnTexts);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withOwnTexts(each)]));
}

class MadeWhenAsked implements ProxyHandler<CachedMetadata> {
  constructor(private read: (() => string) | null) {}

  get(target: CachedMetadata, key: string | symbol): unknown {
    return Reflect.get(isKept(key) ? target : this.whole(target), key);
  }

  set(target: CachedMetadata, key: string | symbol, value: unknown): boolean {
    return Reflect.set(this.whole(target), key, value);
  }

  has(target: CachedMetadata, key: string | symbol): boolean {
    return Reflect.has(this.whole(target), key);
  }

  ownKeys(target: CachedMetadata): (string | symbol)[] {
    return Reflect.ownKeys(this.whole(target));
  }

  getOwnPropertyDescriptor(target: CachedMetadata, key: string | symbol): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.whole(target), key);
  }

  deleteProperty(target: CachedMetadata, key: string | symbol): boolean {
    return Reflect.deleteProperty(this.whole(target), key);
  }

  private whole(target: CachedMetadata): CachedMetadata {
    if (this.read !== null) Object.assign(target, { ...parseNote(this.read()), ...target });
    this.read = null;
    return target;
  }
}
