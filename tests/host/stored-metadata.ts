import type { CachedMetadata } from 'obsidian';
import { parseNote } from './parse-note';

/** What is asked of every note of a library, and stays parsed. */
const KEPT = ['frontmatter', 'frontmatterPosition', 'frontmatterLinks', 'headings'] as const;
type Kept = Pick<CachedMetadata, (typeof KEPT)[number]>;

const isKept = (key: string | symbol): boolean => (KEPT as readonly (string | symbol)[]).includes(key);

/**
 * The metadata of a note as an earlier session stored it. Links, sections and list items are made when something first looks at them: for
 * 50,000 notes they are 270 MB of small objects, and collecting garbage among those is the stand-in's cost, in the way of measuring
 * the plugin's, which reads front matter and headings. Seen from outside it is the object that `parseNote` returns.
 */
export function storedMetadata(text: string, whole: CachedMetadata): CachedMetadata {
  const kept: Kept = {};
  for (const key of KEPT) if (whole[key] !== undefined) Object.assign(kept, { [key]: whole[key] });
  return new Proxy<CachedMetadata>(kept, new MadeWhenAsked(text));
}

class MadeWhenAsked implements ProxyHandler<CachedMetadata> {
  constructor(private text: string | null) {}

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
    if (this.text !== null) Object.assign(target, { ...parseNote(this.text), ...target });
    this.text = null;
    return target;
  }
}
