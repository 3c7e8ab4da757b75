import type { CliData, CliFlags } from 'obsidian';
import { PaperweaveError } from '../../api';
import { joinList } from '../../core/text/join-texts';
import { say } from '../../language/say';

/** What a bare flag arrives as. */
const ON = 'true';
/** Obsidian's own, which stand beside every command. */
const FOREIGN: readonly string[] = ['vault', 'copy'];

export const badParameter = (message: string): PaperweaveError => new PaperweaveError('bad-argument', message);

const nameOf = (key: string): string => key.replace(/^-+/, '');

/** Whether a switch is on, asked before anything else is known to be right. */
export const isOn = (given: CliData, name: string): boolean => Object.entries(given).some(([key, value]) => nameOf(key) === name && value !== 'false');

/**
 * The parameters of one run, checked against what the verb knows. Dashes before a name mean nothing: `--json` is `json`. Every refusal says what
 * was wrong, and what to write instead.
 */
export class CliParams {
  private readonly values = new Map<string, string>();

  constructor(
    private readonly verb: { readonly id: string; readonly flags: CliFlags },
    given: CliData,
  ) {
    const flags = new Map(Object.entries(verb.flags));
    for (const [key, value] of Object.entries(given)) {
      const name = nameOf(key);
      const flag = flags.get(name);
      if (!flag && FOREIGN.includes(name)) continue;
      if (!flag) throw badParameter(say('{verb} has no parameter “{name}”. It has: {known}.', { verb: verb.id, name, known: joinList([...flags.keys()]) }));
      if (flag.value === undefined && value !== ON && value !== 'false') throw badParameter(say('“{name}” is a switch: write {name}, without a value.', { name }));
      // A switch that is off is as one that is not there.
      if (flag.value === undefined && value !== ON) continue;
      if (flag.value !== undefined && value.trim() === '') throw badParameter(say('“{name}” has no value. Write {name}={value}.', { name, value: flag.value }));
      this.values.set(name, value);
    }
    for (const [name, flag] of flags) {
      if (flag.required === true && !this.values.has(name)) {
        throw badParameter(say('“{name}” is missing. Write {name}={value}: {what}', { name, value: flag.value ?? '', what: flag.description }));
      }
    }
  }

  /** The text, or null where the parameter is not given. */
  text(name: string): string | null {
    return this.values.get(name) ?? null;
  }

  /** The text of a parameter that has to be given. */
  required(name: string): string {
    return this.values.get(name) ?? '';
  }

  has(name: string): boolean {
    return this.values.get(name) === ON;
  }

  /** A whole number from 0, or `fallback` where the parameter is not given. */
  count(name: string, fallback: number): number {
    const text = this.values.get(name);
    if (text === undefined) return fallback;
    if (!/^\d{1,9}$/.test(text.trim())) throw badParameter(say('“{name}” has to be a whole number, not “{value}”. Write {name}=10.', { name, value: text }));
    return Number(text);
  }

  /** The one of these parameters that is given. Refuses none and several. */
  oneOf(names: readonly string[]): string {
    const given = names.filter((name) => this.values.has(name));
    const [only] = given;
    if (only !== undefined && given.length === 1) return only;
    const choice = joinList(
      names.map((name) => {
        const value = this.verb.flags[name]?.value;
        return value === undefined ? name : `${name}=${value}`;
      }),
    );
    if (given.length === 0) throw badParameter(say('{verb} has to know what it is about. Write one of: {choice}.', { verb: this.verb.id, choice }));
    throw badParameter(say('{names} do not go together. Write one of: {choice}.', { names: given.join(say(' and ')), choice }));
  }
}
