import type { Command } from 'obsidian';
import { adoptVaultHabits } from './adopt-vault-habits';
import { advanceStatus } from './advance-status';
import type { CommandDeps } from './command-deps';
import { createMissingNotes } from './create-missing-notes';
import { createMostCitedNotes } from './create-most-cited-notes';
import { createPapersBase } from './create-papers-base';
import { linkReferences } from './link-references';
import { linkReferencesInLibrary } from './link-references-in-library';
import { markRead } from './mark-read';
import { openCitations } from './open-citations';
import { openDashboard } from './open-dashboard';
import { openPdf } from './open-pdf';
import { openSource } from './open-source';
import { restoreRelativeLinks } from './restore-relative-links';
import { restoreRelativeLinksInLibrary } from './restore-relative-links-in-library';
import { setStatus } from './set-status';
import { showCitedBacklinks } from './show-cited-backlinks';
import { undoLastChange } from './undo-last-change';

/** All commands, in palette order. */
export const allCommands = (deps: CommandDeps): readonly Command[] => [
  openDashboard(deps),
  openCitations(deps),
  markRead(deps),
  setStatus(deps),
  advanceStatus(deps),
  linkReferences(deps),
  linkReferencesInLibrary(deps),
  restoreRelativeLinks(deps),
  restoreRelativeLinksInLibrary(deps),
  createMissingNotes(deps),
  createMostCitedNotes(deps),
  showCitedBacklinks(deps),
  undoLastChange(deps),
  adoptVaultHabits(deps),
  openPdf(deps),
  openSource(deps),
  createPapersBase(deps),
];
