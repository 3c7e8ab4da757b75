import type { CachedMetadata } from 'obsidian';
import { reportHandlerError } from './events';

export interface Debounced<A extends unknown[], V> {
  (...args: A): Debounced<A, V>;
  cancel(): Debounced<A, V>;
  run(): V | undefined;
}

/** As in the app: without `resetTimer` the first call starts the timer and later ones only replace the arguments; `run` does nothing when nothing is pending. */
export function debounce<A extends unknown[], V>(cb: (...args: A) => V, timeout = 0, resetTimer = false): Debounced<A, V> {
  let timer: number | null = null;
  let last: A | null = null;
  const fire = (): V | undefined => {
    timer = null;
    const args = last;
    last = null;
    return args === null ? undefined : cb(...args);
  };
  const debounced = ((...args: A): Debounced<A, V> => {
    last = args;
    if (timer !== null && resetTimer) {
      window.clearTimeout(timer);
      timer = null;
    }
    timer ??= window.setTimeout(() => {
      try {
        const result: unknown = fire();
        if (result instanceof Promise) result.catch(reportHandlerError);
      } catch (error) {
        reportHandlerError(error);
      }
    }, timeout);
    return debounced;
  }) as Debounced<A, V>;
  debounced.cancel = () => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    last = null;
    return debounced;
  };
  debounced.run = () => {
    if (timer === null) return undefined;
    window.clearTimeout(timer);
    return fire();
  };
  return debounced;
}

/** `a#b` -> `a`. */
export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

/** `a#b` -> path `a`, subpath `#b`; the first `#` splits. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const text = linktext.replace(/\u00a0/g, ' ').normalize('NFC');
  const at = text.indexOf('#');
  return at < 0 ? { path: text.trim(), subpath: '' } : { path: text.slice(0, at).trim(), subpath: text.slice(at).trim() };
}

/** Compares version numbers part by part. */
export function isVersionAtLeast(version: string, wanted: string): boolean {
  const a = version.split('.').map(Number);
  const b = wanted.split('.').map(Number);
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

export function parseFrontMatterEntry(frontmatter: unknown, key: string | RegExp): unknown {
  if (typeof frontmatter !== 'object' || frontmatter === null) return null;
  for (const [name, value] of Object.entries(frontmatter)) {
    if (typeof key === 'string' ? name.toLowerCase() === key.toLowerCase() : key.test(name)) return value as unknown;
  }
  return null;
}

export function parseFrontMatterStringArray(frontmatter: unknown, key: string | RegExp): string[] | null {
  const value = parseFrontMatterEntry(frontmatter, key);
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (!Array.isArray(value)) return null;
  return value.filter((each) => typeof each === 'string' || typeof each === 'number').map((each) => String(each).trim()).filter((each) => each !== '');
}

export function parseFrontMatterAliases(frontmatter: unknown): string[] | null {
  return parseFrontMatterStringArray(frontmatter, 'aliases');
}

export function parseFrontMatterTags(frontmatter: unknown): string[] | null {
  const tags = parseFrontMatterStringArray(frontmatter, 'tags');
  return tags?.filter((tag) => !/[\s,]/.test(tag)).map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)) ?? null;
}

/** Front matter first, then inline; null where there is none. */
export function getAllTags(cache: CachedMetadata): string[] | null {
  const tags = [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...(cache.tags ?? []).map((each) => each.tag)];
  return tags.length > 0 ? tags : null;
}

/** Heading text as compared in subpaths: punctuation to spaces, case ignored. */
export function stripHeading(heading: string): string {
  return heading.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** What a subpath `#heading`, `#a#b` or `#^block` means in a note, or null. */
export function resolveSubpath(cache: CachedMetadata, subpath: string): unknown {
  const parts = subpath.split('#').filter((part) => part.trim() !== '');
  const last = parts[parts.length - 1];
  if (last === undefined) return null;
  if (last.startsWith('^')) {
    const block = cache.blocks?.[last.slice(1).toLowerCase()];
    return block ? { type: 'block', block, start: block.position.start, end: block.position.end } : null;
  }
  const headings = cache.headings ?? [];
  let from = 0;
  let level = 0;
  let found = -1;
  for (const part of parts) {
    found = headings.findIndex((each, i) => i >= from && each.level > level && stripHeading(each.heading).toLowerCase() === stripHeading(part).toLowerCase());
    const heading = headings[found];
    if (!heading) return null;
    from = found + 1;
    level = heading.level;
  }
  const current = headings[found];
  if (!current) return null;
  const next = headings[found + 1] ?? null;
  return { type: 'heading', current, next, start: current.position.start, end: next?.position.start ?? null };
}

type Match = [number, number];

/** Every word of the query must occur. */
export function prepareSimpleSearch(query: string): (text: string) => { score: number; matches: Match[] } | null {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return (text) => {
    const lower = text.toLowerCase();
    const matches: Match[] = [];
    for (const word of words) {
      const at = lower.indexOf(word);
      if (at < 0) return null;
      matches.push([at, at + word.length]);
    }
    return { score: -text.length / 100, matches: matches.sort((a, b) => a[0] - b[0]) };
  };
}

/** All characters of the query in order; adjacent ones and word starts score better. */
export function prepareFuzzySearch(query: string): (text: string) => { score: number; matches: Match[] } | null {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  return (text) => {
    const lower = text.toLowerCase();
    const direct = lower.indexOf(query.toLowerCase().trim());
    if (wanted === '') return { score: 0, matches: [] };
    if (direct >= 0) return { score: 1 - direct / 1000 - text.length / 10000, matches: [[direct, direct + query.trim().length]] };
    const matches: Match[] = [];
    let at = -1;
    let score = 0;
    for (const character of wanted) {
      const next = lower.indexOf(character, at + 1);
      if (next < 0) return null;
      const last = matches[matches.length - 1];
      if (last && last[1] === next) last[1] = next + character.length;
      else {
        matches.push([next, next + character.length]);
        score -= 0.1;
      }
      at = next + character.length - 1;
    }
    return { score: score - text.length / 10000, matches };
  };
}

export function sortSearchResults(results: { match: { score: number } }[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}

/** Text with the matches in `.suggestion-highlight`. */
export function renderMatches(el: HTMLElement | DocumentFragment, text: string, matches: Match[] | null, offset = 0): void {
  let at = 0;
  for (const [start, end] of matches ?? []) {
    const from = Math.max(start + offset, at);
    const to = end + offset;
    if (to <= 0 || from >= text.length) continue;
    el.appendText(text.slice(at, from));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(from, to) });
    at = to;
  }
  el.appendText(text.slice(at));
}

export function renderResults(el: HTMLElement, text: string, result: { matches: Match[] }, offset = 0): void {
  renderMatches(el, text, result.matches, offset);
}

export function iterateRefs<T>(refs: T[], cb: (ref: T) => boolean | void): boolean {
  return refs.some((ref) => cb(ref) === true);
}

export function iterateCacheRefs(cache: CachedMetadata, cb: (ref: unknown) => boolean | void): boolean {
  return iterateRefs<unknown>([...(cache.links ?? []), ...(cache.embeds ?? [])], cb);
}

/** In the app a delayed tip; here what assistive technology sees. */
export function setTooltip(el: HTMLElement, tooltip: string): void {
  el.setAttribute('aria-label', tooltip);
}

export function displayTooltip(el: HTMLElement, content: string | DocumentFragment): void {
  el.doc.querySelectorAll('.tooltip').forEach((old) => {
    old.remove();
  });
  el.doc.body.createDiv({ cls: 'tooltip', text: content });
}
