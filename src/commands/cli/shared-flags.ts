import type { CliFlags } from 'obsidian';
import { say } from '../../language/say';

/** Every verb has it. */
export const JSON_FLAG: CliFlags = { json: { description: say('Answer as JSON, for scripts') } };

/** Every verb that writes has it. */
export const DRY_RUN_FLAG: CliFlags = { 'dry-run': { description: say('Show what would be done, line by line, and write nothing') } };

/** The ways to say which papers are meant. */
export const PAPER_FLAGS: CliFlags = {
  path: { value: say('<path>'), description: say('The paper at this path, from the root of the vault') },
  tag: { value: say('<tag>'), description: say('All papers with this tag or one below it') },
  search: { value: say('<search>'), description: say('All papers that the search of the dashboard finds, such as "status:todo year:>2019 bert"') },
};
