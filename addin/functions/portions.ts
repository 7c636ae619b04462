/** Excel on the web refuses a message of more than 5 MB; the runtime may send two portions in one message. */
const mostAtOnce = 2_200_000;
/** The runtime collects answers for at most two seconds before it sends them. */
const pause = 2_200;

/**
 * Passes answers on in portions that Excel on the web accepts: a number with a card takes a kilobyte, and a recalculation
 * may ask ten thousand at once. Returns a function that passes an answer on now, or with a later portion; answers keep
 * their order.
 */
export function inPortions(after: (milliseconds: number, then: () => void) => unknown) {
  const waiting: (readonly [size: number, pass: () => void])[] = [];
  let room = mostAtOnce;
  const drain = (): void => {
    // What is larger than a portion goes alone.
    while (waiting.length > 0 && (room === mostAtOnce || waiting[0]![0] <= room)) {
      if (room === mostAtOnce)
        after(pause, () => {
          room = mostAtOnce;
          drain();
        });
      const [size, pass] = waiting.shift()!;
      room -= size;
      pass();
    }
  };
  return (answer: unknown, pass: () => void): void => {
    // Some more for what surrounds it on its way.
    waiting.push([JSON.stringify(answer).length + 100, pass]);
    drain();
  };
}
