import type { TableColumn } from '../../core/dashboard/dashboard-state';
import { writeCsv, writeMarkdownTable, type ExportFacts, type ExportHeads } from '../../core/dashboard/export-table';
import { findStatusLook } from '../../core/dashboard/status-look';
import type { Paper } from '../../core/papers/paper';
import { say } from '../../language/say';
import { PopoverButton } from '../preact/popover-button';
import { useDashboard } from './dashboard-context';
import { COLUMN_NAMES } from './table-columns';

const TEXT = {
  export: say('Export'),
  title: (papers: number, count: string) => say(papers === 1 ? 'Export {count} paper' : 'Export {count} papers', { count }),
  path: say('Path'),
  copyMarkdown: say('Copy as Markdown table'),
  copyCsv: say('Copy as CSV'),
  saveMarkdown: say('Save as note'),
  saveCsv: say('Save as CSV file'),
};

interface ExportMenuProps {
  /** In the order in which they are shown: those that are selected, where some are, else all. */
  readonly papers: readonly Paper[];
  readonly columns: readonly TableColumn[];
}

/** The papers and columns that are shown, as a Markdown table of links or as CSV: to the clipboard or to a new file. */
export function ExportMenu({ papers, columns }: ExportMenuProps) {
  const { actions, library, looks, createdAt, linktext, formatDay, formatNumber } = useDashboard();
  const facts: ExportFacts = {
    citedByCount: (path) => library.citedByCount(path),
    counts: (path) => library.counts(path),
    addedOn: (path) => {
      const created = createdAt(path);
      return created === null ? null : formatDay(created);
    },
    statusLabel: (value) => findStatusLook(looks, value).label,
    linktext,
  };
  const markdown = (): string => writeMarkdownTable(papers, columns, EXPORT_HEADS, facts);
  const csv = (): string => writeCsv(papers, columns, EXPORT_HEADS, TEXT.path, facts);
  const choices: readonly (readonly [string, () => void])[] = [
    [TEXT.copyMarkdown, () => void actions.copyText(markdown())],
    [TEXT.copyCsv, () => void actions.copyText(csv())],
    [TEXT.saveMarkdown, () => void actions.saveFile('md', markdown())],
    [TEXT.saveCsv, () => void actions.saveFile('csv', csv())],
  ];
  const title = TEXT.title(papers.length, formatNumber(papers.length));
  return (
    <PopoverButton text={TEXT.export} title={title}>
      {(close) => (
        <>
          <p class="paperweave-form-hint">{title}</p>
          {choices.map(([text, run]) => (
            <button
              key={text}
              class="paperweave-menu-button"
              onClick={() => {
                run();
                close();
              }}
            >
              {text}
            </button>
          ))}
        </>
      )}
    </PopoverButton>
  );
}

const EXPORT_HEADS = Object.fromEntries(Object.entries(COLUMN_NAMES).map(([column, { head, parts }]) => [column, parts ?? [head]])) as unknown as ExportHeads;
