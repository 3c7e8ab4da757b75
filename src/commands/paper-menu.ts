import type { Menu } from 'obsidian';
import type { Library } from '../core/library/library';
import { sourceOf } from '../core/papers/paper-source';
import { say } from '../language/say';
import type { Settings } from '../settings/settings';
import type { PaperActions } from '../views/paper-actions';

export interface PaperMenuDeps {
  readonly actions: PaperActions;
  readonly library: Library;
  readonly settings: () => Settings;
}

/** Paperweave's entries in a menu about papers; notes among `paths` that are no papers are left out. Adds nothing where none is. */
export function fillPaperMenu(menu: Menu, paths: readonly string[], { actions, library, settings }: PaperMenuDeps): void {
  const papers = paths.flatMap((path) => library.paper(path) ?? []);
  const chosen = papers.map((paper) => paper.path);
  const [first] = papers;
  if (!first) return;
  for (const status of settings().statuses) {
    menu.addItem((item) =>
      item
        .setSection('paperweave')
        .setTitle(markTitle(papers.length, status.label.toLowerCase()))
        .setIcon(first.status === status.value && papers.length === 1 ? 'circle-check' : 'circle')
        .onClick(() => void actions.setStatus(chosen, status.value)),
    );
  }
  menu.addItem((item) => item.setSection('paperweave').setTitle(say('Edit property…')).setIcon('pencil').onClick(() => void actions.chooseProperty(chosen)));
  menu.addItem((item) => item.setSection('paperweave').setTitle(say('Link references')).setIcon('link').onClick(() => void actions.linkReferences(chosen)));
  if (papers.length > 1) return;
  menu.addItem((item) => item.setSection('paperweave').setTitle(say('Show backlinks')).setIcon('links-coming-in').onClick(() => void actions.showBacklinks(first.path)));
  if (first.pdf !== null) menu.addItem((item) => item.setSection('paperweave').setTitle(say('Open PDF')).setIcon('file-text').onClick(() => void actions.openPdf(first.path)));
  if (sourceOf(first) !== null) menu.addItem((item) => item.setSection('paperweave').setTitle(say('Open source')).setIcon('external-link').onClick(() => void actions.openSource(first.path)));
}

const markTitle = (papers: number, status: string): string =>
  papers === 1 ? say('Mark as {status}', { status }) : say('Mark {count} papers as {status}', { count: String(papers), status });
