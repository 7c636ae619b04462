/** Excel on the web refuses a message of more than 5 MB; the runtime may send two portions in one message. */
const mostAtOnce = 2_200_000;
/** The runtime collects answers for at most two seconds before it sends them. */
const pause = 2_200;
/** What surrounds an answer on its way to Excel. */
const around = 100;

/**
 * Passes answers on in portions that Excel on the web accepts: a number with a card takes a kilobyte, and a recalculation
 * may ask ten thousand at once. Answers keep their order; two thousand go straight through, and on a desktop all do.
 */
export class Portions {
  #room = mostAtOnce;
  #isPaused = false;
  readonly #waiting: { readonly size: number; readonly pass: () => void }[] = [];
  readonly #isLimited: () => boolean;
  readonly #after: (milliseconds: number, then: () => void) => unknown;

  constructor(isLimited: () => boolean, after: (milliseconds: number, then: () => void) => unknown) {
    this.#isLimited = isLimited;
    this.#after = after;
  }

  /** True if an answer of this size may go now; its room is then taken. */
  hasRoom(answer: unknown): boolean {
    return !this.#isLimited() || (this.#waiting.length === 0 && this.#take(sizeOf(answer)));
  }

  /** Passes an answer on, now or in a later portion. */
  give(answer: unknown, pass: () => void): void {
    if (this.hasRoom(answer)) pass();
    else this.#waiting.push({ size: sizeOf(answer), pass });
  }

  #take(size: number): boolean {
    // What is larger than a portion goes alone.
    if (size > this.#room && this.#room < mostAtOnce) return false;
    this.#room -= size;
    this.#pause();
    return true;
  }

  #pause(): void {
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.#after(pause, () => {
      this.#isPaused = false;
      this.#room = mostAtOnce;
      let passed = 0;
      while (passed < this.#waiting.length && this.#take(this.#waiting[passed]!.size)) this.#waiting[passed++]!.pass();
      this.#waiting.splice(0, passed);
    });
  }
}

const sizeOf = (answer: unknown): number => around + (typeof answer === "object" ? JSON.stringify(answer).length : 0);
