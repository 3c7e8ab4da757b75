import type { CliFlags } from 'obsidian';
import type { PaperweaveApi } from '../../api';
import type { Settings } from '../../settings/settings';
import type { IndexKeeper } from '../../vault/index-keeper';
import type { CliParams } from './cli-params';

/** What the verbs are made from: the API for what it can do, the library for what it does not tell. */
export interface CliDeps {
  readonly api: PaperweaveApi;
  readonly keeper: Pick<IndexKeeper, 'library' | 'whole'>;
  readonly settings: () => Settings;
}

/**
 * How a run ended, in a word for scripts: `ok`, all was done or answered; `nothing`, there was nothing to do; `partial`, some was
 * done and some left alone; `refused`, all was left alone; `error`, the command was not understood, or failed.
 */
export type CliExit = 'ok' | 'nothing' | 'partial' | 'refused' | 'error';

/** What a verb answers: lines for people, and the same as data for scripts. */
export interface CliAnswer {
  readonly exit: CliExit;
  readonly lines: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** One command of the command line. It throws a `PaperweaveError` for parameters that it can do nothing with. */
export interface CliVerb {
  readonly id: 'paperweave' | `paperweave:${string}`;
  /** As Obsidian's own help shows it. */
  readonly description: string;
  readonly flags: CliFlags;
  run(params: CliParams, deps: CliDeps): CliAnswer | Promise<CliAnswer>;
}
