import type { CliFlags } from 'obsidian';

/** Every verb has it. */
export const JSON_FLAG: CliFlags = { json: { description: 'Answer as JSON, for scripts' } };

/** Every verb that writes has it. */
export const DRY_RUN_FLAG: CliFlags = { 'dry-run': { description: 'Show what would be done, line by line, and write nothing' } };

/** The ways to say which papers are meant. */
export const PAPER_FLAGS: CliFlags = {
  path: { value: '<path>', description: 'The paper at this path, from the root of the vault' },
  tag: { value: '<tag>', description: 'All papers with this tag or one below it' },
  search: { value: '<search>', description: 'All papers that the search of the dashboard finds, such as "status:todo year:>2019 bert"' },
};
