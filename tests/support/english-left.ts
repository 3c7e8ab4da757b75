import type { Host } from '../host/open-vault';
import { apiOf } from './plugin-host';

/** Words that Chinese texts have too: names of products, of forms of files, of keys and of what is written into notes. */
const SAME_IN_CHINESE = /^(?:Paperweave|Obsidian|Markdown|YAML|Wiki|CSV|PDF|DOI|arXiv|Shift)$/i;

const ATTRIBUTES = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt'];

/** Data in what is seen: the names of notes, and what they say of papers, references and missing works. The longest first. */
export function dataOf(host: Host): readonly string[] {
  const api = apiOf(host);
  const papers = api.papers();
  const notes = Object.keys(host.files()).filter((path) => !path.startsWith('.obsidian/'));
  const found = [
    ...notes.flatMap((path) => [path, path.replace(/\.md$/, ''), ...path.replace(/\.md$/, '').split('/')]),
    ...papers.flatMap(({ title, authors, venue, tags, status, metaKey }) => [title, ...authors, venue ?? '', ...tags, status, metaKey ?? '']),
    ...papers.flatMap(({ path }) => (api.references(path) ?? []).flatMap(({ text, label }) => [text, label])),
    ...api.missing().flatMap(({ key, title }) => [key, title]),
    // Names of properties are data as well, and so is what a new dashboard looks for.
    ...['read_date', 'meta_key', 'pdf_relpath', 'num_cited_by', 'urls', 'status', 'todo', 'reading', 'read', 'skipped', 'paper', 'References', 'Paper References', 'Bibliography', 'Reference'],
    // The language of a fence, and a file that is made.
    '“js”', 'Papers.base',
  ];
  return [...new Set(found.filter((text) => /[A-Za-z]/.test(text)))].sort((a, b) => b.length - a.length);
}

/** The texts within an element that are read or heard. What a text that is cut into parts says is put together again. */
function textsIn(root: Element): readonly string[] {
  const elements = [root, ...root.querySelectorAll('*')];
  const own = elements.flatMap((element) => {
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? '').join('');
    const isOfData = element.closest('mark, bdi, del, ins, .paperweave-diff-text') !== null;
    return isOfData ? [] : [text];
  });
  return [...own, ...elements.flatMap((element) => ATTRIBUTES.map((name) => element.getAttribute(name) ?? ''))].filter((text) => text.trim() !== '');
}

/** What is left in English within an element when data is taken away, each once. */
export function englishIn(root: Element, data: readonly string[]): readonly string[] {
  const left = textsIn(root).filter((text) => {
    const rest = data.reduce((without, known) => without.replaceAll(known, ' '), text);
    return (rest.match(/[A-Za-z]{2,}/g) ?? []).some((word) => !SAME_IN_CHINESE.test(word));
  });
  return [...new Set(left)];
}
