import type { CitationLookup } from '../../core/library/cited-papers';
import type { Paper } from '../../core/papers/paper';
import { findStatusLook, statusLooks } from '../../core/dashboard/status-look';
import type { StatusLook } from '../../core/dashboard/status-look';
import type { Settings } from '../../settings/settings';

/** What the marks beside references ask for. */
export interface MarkDeps {
  readonly lookup: CitationLookup;
  settings(): Settings;
  /** Calls back after the library or the settings changed. Returns its own off. */
  onChange(callback: () => void): () => void;
}

/** How each paper's status looks by the settings of now. */
export function looksOf(settings: Settings): (paper: Paper) => StatusLook {
  const looks = statusLooks(settings.statuses);
  return (paper) => findStatusLook(looks, paper.status);
}
