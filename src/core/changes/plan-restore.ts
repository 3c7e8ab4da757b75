import { say } from '../../language/say';
import { findLostLinks } from '../markdown/find-lost-links';
import type { LinkEdit } from '../markdown/link-edit';
import { findReferences } from '../references/find-references';
import type { FoundReference } from '../references/find-references';
import type { NotePlan } from './note-plan';
import type { LinkContext } from './plan-links';
import { ok, fail } from '../text/result';
import type { Result } from '../text/result';
import { scanNote } from '../markdown/scan-note';
import type { NoteLink } from '../markdown/scan-note';
import type { Skip, SkipReason } from './skip';
import { baseNameOf, folderOf } from '../text/vault-path';
import { writeRelativeLink } from '../markdown/write-relative-link';

type RestoredLink = LinkEdit & { readonly reference: FoundReference };

/**
 * Plans relative links for one note: each wikilink of the references section (of the whole note where that is the scope) that
 * leads to a note of the same folder becomes `[its text](./name.md)`, headings kept. The inverse of linking a working
 * `./name.md` link, byte for byte. Wikilinks that lead nowhere or to another kind of file stay without a word; those to other
 * folders are listed.
 */
export function planRestore(text: string, source: string, context: LinkContext): NotePlan {
  const scan = scanNote(text);
  const found = findReferences(text, scan, context.headings);
  const all = [...found.references, ...found.loose, ...(context.scope === 'note' ? found.outside : [])].sort((a, b) => a.from - b.from);
  const skipped: Skip[] = [];
  let links: RestoredLink[] = [];
  for (const reference of all) {
    const { link } = reference;
    if (link?.kind !== 'wikilink') continue;
    const restored = restoreLink(text, source, reference, link, context);
    if (!restored.ok) skipped.push(restored.error);
    else if (restored.value) links.push(restored.value);
  }
  for (let lost = findLostLinks(text, scan, links); lost.size > 0; lost = findLostLinks(text, scan, links)) {
    for (const { reference } of lost) {
      skipped.push(skip(source, reference, 'link-form', say('with what stands around it a relative link would be read as something else. Change it by hand')));
    }
    links = links.filter((link) => !lost.has(link));
  }
  skipped.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { edits: links.map(({ edit }) => edit), skipped, repairs: 0, restyles: links.length, properties: [] };
}

function restoreLink(text: string, source: string, reference: FoundReference, link: NoteLink, context: LinkContext): Result<RestoredLink | null, Skip> {
  const { target, via } = context.resolver.resolve(source, reference);
  if (target === null || via !== 'path' || !context.isNote(target)) return ok(null);
  const byApp = context.appTarget?.(reference.linkpath ?? '', source) ?? null;
  if (byApp !== null && byApp !== target) {
    return fail(skip(source, reference, 'resolution-differs', say('Obsidian opens “{opened}” from it, and not “{target}”', { opened: byApp, target })));
  }
  if (folderOf(target) !== folderOf(source)) return fail(skip(source, reference, 'not-in-same-folder', say('“{target}” lies in another folder', { target })));
  const baseName = baseNameOf(target);
  const inner = text.slice(link.from + 2, link.to - 2);
  const pipe = inner.indexOf('|');
  const alias = pipe < 0 ? '' : inner.slice(pipe + 1);
  const label = alias.trim() === '' ? baseName : link.inTable ? alias.replace(/\\\|/g, '|') : alias;
  const insert = writeRelativeLink({ baseName, subpath: reference.subpath, label, inTable: link.inTable });
  const destination = insert.slice(insert.lastIndexOf('](./') + 2, -1);
  return ok({ edit: { from: link.from, to: link.to, insert }, destination, reference });
}

const skip = (path: string, reference: FoundReference, reason: SkipReason, because: string): Skip => ({
  path,
  reason,
  line: reference.line,
  message: say('“{label}” on line {line} is left as it is: {why}.', { label: reference.label, line: String(reference.line), why: because }),
});
