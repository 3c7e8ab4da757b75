import type { Menu } from 'obsidian';
import { citedPaper } from '../core/library/cited-papers';
import type { CitationLookup } from '../core/library/cited-papers';
import type { FoundReference } from '../core/references/find-references';
import type { Paper } from '../core/papers/paper';
import { say } from '../language/say';
import { addSubmenu } from './add-submenu';
import { fillPaperMenu } from './paper-menu';
import type { PaperMenuDeps } from './paper-menu';

export interface ReferenceMenuDeps extends PaperMenuDeps {
  readonly lookup: CitationLookup;
  /** Opens the note and, beside it, what it cites and what cites it. */
  showCitations(path: string, event: MouseEvent | KeyboardEvent): void;
}

/**
 * Entries for what the reference `found` of the note at `source` means: the cited paper and what can be done with it, the papers to
 * choose from, or the note that is missing. Adds nothing where nothing is meant.
 */
export function fillReferenceMenu(menu: Menu, source: string, found: FoundReference, deps: ReferenceMenuDeps): void {
  const { actions, library, lookup } = deps;
  if (!library.paper(source)) return;
  const link = (target: string): void => void actions.chooseTarget(source, found.line, found.text, target);
  const { via, candidates } = lookup.resolve(source, found);
  const paper = citedPaper(lookup, source, found);
  if (paper) {
    addCitedPaper(menu, paper, deps, (into) => {
      if (via === 'path' || !found.linkable) return;
      into.addItem((item) => item.setSection('paperweave').setTitle(say('Link this reference')).setIcon('link').onClick(() => link(paper.path)));
    });
    return;
  }
  if (candidates.length > 0 && found.linkable) {
    addSubmenu(menu, say('Link this reference to'), 'link', (into) => {
      for (const path of candidates) into.addItem((item) => item.setSection('paperweave').setTitle(path).onClick(() => link(path)));
    });
    return;
  }
  const key = library.references(source)?.find((reference) => reference.text === found.text)?.missingKey ?? null;
  const work = key === null ? null : library.missingWork(key);
  if (!work) return;
  menu.addItem((item) =>
    item
      .setSection('paperweave')
      .setTitle(say('Create note for “{title}”', { title: work.title }))
      .setIcon('file-plus')
      .onClick(() => void actions.createNotes([work.key])),
  );
}

/** An entry that names a cited paper, with what can be done with it; `before` adds to that, ahead of what every paper has. */
export function addCitedPaper(menu: Menu, paper: Paper, deps: ReferenceMenuDeps, before: (into: Menu) => void = () => undefined): void {
  addSubmenu(menu, say('Cited paper: {title}', { title: paper.title }), 'library', (into) => {
    into.addItem((item) => item.setSection('paperweave').setTitle(say('Open note')).setIcon('file').onClick((event) => deps.actions.openNote(paper.path, event)));
    into.addItem((item) =>
      item.setSection('paperweave').setTitle(say('Open note and citations')).setIcon('waypoints').onClick((event) => deps.showCitations(paper.path, event)),
    );
    before(into);
    fillPaperMenu(into, [paper.path], deps);
  });
}
