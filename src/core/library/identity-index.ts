import { KeyedLists } from '../collections/keyed-lists';
import { LinkResolver } from './link-resolver';
import type { Paper } from '../papers/paper';
import type { ReferenceQuestion, ReferenceResolver, Resolution } from './resolver';
import { asciiSlug } from '../titles/slug';
import { TextNumbers } from '../collections/text-numbers';
import { titleKey } from '../titles/title-key';
import { TitleHashes } from '../titles/title-hashes';

/** Aliases that short are abbreviations that mean other things elsewhere (`GAN`, `MT`). */
const LEAST_ALIAS_KEY = 4;

/** How Pandoc, and the plugins that follow it, cite: `@smith2020`. */
const CITE_KEY = /^@[^\s@]+$/;

/** What a paper can be found by. */
export interface PaperIdentity {
  /** Lower-case file name, key, and cite keys with and without their `@`. */
  readonly names: readonly string[];
  /** Title keys of the title and the aliases. */
  readonly titles: readonly string[];
  readonly ids: readonly string[];
}

/** A question with what it is compared by. */
export interface KeyedQuestion {
  readonly label: string;
  readonly labelKey: string;
  readonly linkpath: string | null;
  /** Lower-case base name of the link; empty where there is none. */
  readonly name: string;
  /** Keys of the titles to try, without empty ones. */
  readonly titleKeys: readonly string[];
  readonly ids: readonly string[];
}

export function keyedQuestion({ label, linkpath, titles, ids }: ReferenceQuestion): KeyedQuestion {
  const labelKey = titleKey(label);
  const titleKeys = titles.length === 1 && titles[0] === label ? [labelKey] : titles.map(titleKey);
  return { label, labelKey, linkpath, name: linkpath === null ? '' : LinkResolver.nameOf(linkpath), titleKeys: titleKeys.filter((key) => key !== ''), ids };
}

/**
 * Who is meant: papers by name, title key and identifier, and files by link path. Resolves references in design order:
 * the link's path, the key, the title key; an identifier that equals one paper's goes before the title.
 */
export class IdentityIndex implements ReferenceResolver {
  /** Of files and papers; most are names of both. */
  readonly names = new TextNumbers();
  readonly links = new LinkResolver(this.names);
  private readonly papers = new Map<string, Paper>();
  private readonly byName = new KeyedLists<string>(this.names);
  private readonly byTitle = new KeyedLists<string>();
  private readonly byId = new KeyedLists<string>();
  /** Of the title keys of all papers that are or were here. */
  private readonly titleHashes = new TitleHashes();

  static identityOf(paper: Paper): PaperIdentity {
    // Lists, which are short: a set would make keys of the texts (see `HashPlaces`).
    const names = [LinkResolver.nameOf(paper.path)];
    if (paper.metaKey !== null) addNew(names, LinkResolver.plainName(paper.metaKey));
    for (const name of [...names, ...paper.aliases]) {
      if (!CITE_KEY.test(name)) continue;
      addNew(names, name.toLowerCase());
      addNew(names, name.slice(1).toLowerCase());
    }
    const titles = paper.titleKey === '' ? [] : [paper.titleKey];
    for (const alias of paper.aliases) {
      const key = titleKey(alias);
      if (key.length >= LEAST_ALIAS_KEY) addNew(titles, key);
    }
    return { names, titles, ids: paper.ids };
  }

  addPaper(paper: Paper): PaperIdentity {
    const identity = IdentityIndex.identityOf(paper);
    this.papers.set(paper.path, paper);
    for (const name of identity.names) this.byName.add(name, paper.path);
    for (const title of identity.titles) {
      this.byTitle.add(title, paper.path);
      this.titleHashes.add(title);
    }
    for (const id of identity.ids) this.byId.add(id, paper.path);
    return identity;
  }

  removePaper(paper: Paper): PaperIdentity {
    const identity = IdentityIndex.identityOf(paper);
    this.papers.delete(paper.path);
    for (const name of identity.names) this.byName.remove(name, paper.path);
    for (const title of identity.titles) this.byTitle.remove(title, paper.path);
    for (const id of identity.ids) this.byId.remove(id, paper.path);
    return identity;
  }

  /** Paths of the papers whose title or alias has this key. */
  withTitleKey(key: string): readonly string[] {
    return [...this.byTitle.get(key)].sort();
  }

  withName(name: string): readonly string[] {
    return [...this.byName.get(LinkResolver.plainName(name))].sort();
  }

  resolve(source: string, reference: ReferenceQuestion): Resolution {
    const { linkpath } = reference;
    const path = linkpath === null ? null : this.links.resolve(linkpath, source);
    // Keys cost more than all the rest, and most links need none.
    return path === null ? this.resolveByWork(source, keyedQuestion(reference)) : { target: path, via: 'path', candidates: NO_PATHS };
  }

  mayMean(note: string, from: number, to: number): boolean {
    return this.titleHashes.mayHold(note, from, to);
  }

  /** The same for a question whose keys are known: the index asks it again whenever a paper comes or goes. */
  resolveKeyed(source: string, reference: KeyedQuestion): Resolution {
    const path = reference.linkpath === null ? null : this.links.resolve(reference.linkpath, source);
    return path === null ? this.resolveByWork(source, reference) : { target: path, via: 'path', candidates: NO_PATHS };
  }

  /** The same where the path is known to lead nowhere. */
  resolveByWork(source: string, reference: KeyedQuestion): Resolution {
    return (
      (reference.linkpath === null ? null : this.one(this.byName.get(reference.name), source, 'key')) ??
      this.byIdentifier(reference, source) ??
      this.bySlug(reference, source) ??
      this.byTitles(reference.titleKeys, source) ??
      NOTHING
    );
  }

  private byIdentifier({ ids, linkpath, titleKeys }: KeyedQuestion, source: string): Resolution | null {
    for (const id of ids) {
      const papers = this.byId.get(id);
      // Two notes that claim one identifier decide nothing: the title may still.
      if (papers.length !== 1) continue;
      const found = this.one(papers, source, 'id');
      // A link shows a title; what else its item holds may be about another work, which this one extends, say.
      const shown = linkpath === null ? null : this.byTitles(titleKeys, source);
      if (!found?.target || !shown?.target || shown.target === found.target) return found;
      return { target: null, via: null, candidates: [found.target, shown.target].sort() };
    }
    return null;
  }

  /** Of several papers with one title, the one that carries the name which generators make of the title. */
  private bySlug(reference: KeyedQuestion, source: string): Resolution | null {
    const key = reference.labelKey;
    const sameTitle = this.byTitle.get(key);
    if (sameTitle.length < 2) return null;
    const named = this.byName.get(asciiSlug(reference.label));
    const fitting = sameTitle.filter((path) => named.includes(path) && this.papers.get(path)?.titleKey === key);
    return fitting.length === 1 ? this.one(fitting, source, 'key') : null;
  }

  private byTitles(keys: readonly string[], source: string): Resolution | null {
    for (const key of keys) {
      const found = this.one(this.byTitle.get(key), source, 'title');
      if (found) return found;
    }
    return null;
  }

  /** A single candidate is the target; several are ambiguous. The source itself is meant only where nothing else fits. */
  private one(papers: readonly string[], source: string, via: 'key' | 'title' | 'id'): Resolution | null {
    if (papers.length === 0) return null;
    const others = papers.filter((path) => path !== source);
    const [first] = others;
    if (others.length === 0) return { target: source, via, candidates: [] };
    if (others.length === 1 && first !== undefined) return { target: first, via, candidates: [] };
    return { target: null, via: null, candidates: others.sort() };
  }

  /** As the app's own `fileToLinktext`: the base name where it is unique in the vault, else the whole path; without `.md`. */
  linktext(target: string): string {
    return this.links.linktext(target);
  }
}

function addNew(texts: string[], text: string): void {
  if (!texts.includes(text)) texts.push(text);
}

const NO_PATHS: readonly string[] = [];
const NOTHING: Resolution = { target: null, via: null, candidates: NO_PATHS };
