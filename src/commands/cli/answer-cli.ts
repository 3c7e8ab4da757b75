import type { CliData } from 'obsidian';
import { messageOf } from '../../core/text/message-of';
import { PaperweaveError } from '../../api';
import { say } from '../../language/say';
import { CliParams, isOn } from './cli-params';
import type { CliAnswer, CliDeps, CliVerb } from './cli-verb';

/** Runs a verb when the first full index is there, and writes its answer: as text that ends with how it went, or as JSON. Never rejects. */
export async function answerCli(verb: CliVerb, given: CliData, deps: CliDeps): Promise<string> {
  const { exit, lines, data } = await run(verb, given, deps);
  return isOn(given, 'json') ? JSON.stringify({ exit, ...data }, null, 2) : [...lines.map(onOneLine), `exit: ${exit}`].join('\n');
}

async function run(verb: CliVerb, given: CliData, deps: CliDeps): Promise<CliAnswer> {
  try {
    const params = new CliParams(verb, given);
    await deps.keeper.whole();
    return await verb.run(params, deps);
  } catch (error) {
    if (!(error instanceof PaperweaveError)) console.error(`Paperweave: ${verb.id} failed.`, error);
    const code = error instanceof PaperweaveError ? error.code : 'failed';
    const message = messageOf(error);
    return { exit: 'error', lines: [say('error: {message}', { message })], data: { error: { code, message } } };
  }
}

/** Titles and paths come from strangers' notes: what would move the cursor of a terminal, or begin a line, becomes a space. */
const onOneLine = (line: string): string => line.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, ' ');
