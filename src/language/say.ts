import { textKey } from './text-key';

/** The names between braces in a text: `'{count} papers of {all}'` has `count` and `all`. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/** What a text's placeholders stand for; none where it has none, so that a missing or misnamed one does not compile. */
type Values<Text extends string> = [Placeholder<Text>] extends [never] ? [] : [values: Readonly<Record<Placeholder<Text>, string>>];

/** Texts in one language by the keys of their English (see `textKey`): the same placeholders, each as often as its language needs it. */
export type Catalogue = ReadonlyMap<string, string>;

const ENGLISH: Catalogue = new Map();

let spoken: Catalogue = ENGLISH;

/**
 * A text for the user, in the language that was chosen: `say('{title} is read.', { title })`. The English is written where it is
 * used, as a literal, and is its own key; a text that a catalogue lacks is said in English. Values are filled in as they are, never
 * looked into for placeholders of their own.
 *
 * This is the one thing that the core shares with the rest of the plugin: it is chosen once, before any other file of the plugin
 * runs, so that to the core it is a constant.
 */
export function say<Text extends string>(english: Text, ...[values]: Values<Text>): string {
  const text = spoken.size === 0 ? english : (spoken.get(textKey(english)) ?? english);
  return values === undefined ? text : text.replace(/\{(\w+)\}/g, (whole, name: string) => (values as Record<string, string>)[name] ?? whole);
}

/** Chooses the language of what is said from now on; no catalogue for English. Texts that were said before stay as they are. */
export function speak(catalogue: Catalogue = ENGLISH): void {
  spoken = catalogue;
}
