/** Excel on the web refuses a message of more than 5 MB; the runtime may send two portions in one message. */
const mostAtOnce = 2_200_000;
/** The runtime collects answers for at most two seconds before it sends them. */
const pause = 2_200;
/** What surrounds an answer on its way to Excel. */
const around = 100;

const sizeOf = (answer: unknown): number => around + (typeof answer === "object" ? JSON.stringify(answer).length : 0);

/**
 * Passes answers on in portions that Excel on the web accepts: a number with a card takes a kilobyte, and a recalculation
 * may ask ten thousand at once. Returns a function that passes an answer on now, or with a later portion; answers keep
 * their order.
 */
export function inPortions(after: (milliseconds: number, then: () => void) => unknown) {
  const waiting: (readonly [size: number, pass: () => void])[] = [];
  let room = mostAtOnce;
  let paused = false;
  const drain = (): void => {
    // What is larger than a portion goes alone.
    while (waiting.length > 0 && (waiting[0]![0] <= room || room === mostAtOnce)) {
      const [size, pass] = waiting.shift()!;
      room -= size;
      pass();
    }
    if (paused || room === mostAtOnce) return;
    paused = true;
    after(pause, () => {
      paused = false;
      room = mostAtOnce;
      drain();
    });
  };
  return (answer: unknown, pass: () => void): void => {
    waiting.push([sizeOf(answer), pass]);
    drain();
  };
}
