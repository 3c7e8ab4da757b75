import type { Steps } from '../collections/steps';

/** The last answer to one question, kept until what it was made from is another. */
export class KeptAnswer<T> {
  private from: readonly unknown[] | null = null;
  private answer: T | undefined;

  *get(from: readonly unknown[], find: () => Steps<T>): Steps<T> {
    const { from: kept } = this;
    if (kept?.every((part, index) => part === from[index]) === true) return this.answer as T;
    const answer = yield* find();
    this.from = from;
    this.answer = answer;
    return answer;
  }
}
