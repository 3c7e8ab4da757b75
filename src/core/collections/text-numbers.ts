import { HashPlaces } from './hash-places';
import { hashText } from '../text/hash-text';

/** A number for every text that was named, from 0. A text stays, and its number its own. */
export class TextNumbers {
  private readonly places = new HashPlaces();
  private readonly texts: string[] = [];

  /** The text's number, a new one where it has none. */
  give(text: string): number {
    const known = this.find(text);
    if (known >= 0) return known;
    this.texts.push(text);
    return this.places.add();
  }

  /** How many numbers were given. */
  get count(): number {
    return this.texts.length;
  }

  /** The text of a number that was given. */
  text(number: number): string {
    return this.texts[number] ?? '';
  }

  /** Negative for a text that was never named. */
  find(text: string): number {
    let number = this.places.first(hashText(text));
    while (number >= 0 && this.texts[number] !== text) number = this.places.next();
    return number;
  }
}
