/** Excel on the web refuses a message of more than 5 MB; the runtime may send two portions in one message. */
const mostAtOnce = 2_200_000;
/** The runtime collects answers for at most two seconds before it sends them. */
const pause = 2_200;

const waiting: (readonly [size: number, pass: () => void])[] = [];
let room = mostAtOnce;

function drain(): void {
  // An answer larger than a portion is sent alone.
  while (waiting.length > 0 && (room === mostAtOnce || waiting[0]![0] <= room)) {
    if (room === mostAtOnce)
      setTimeout(() => {
        room = mostAtOnce;
        drain();
      }, pause);
    const [size, pass] = waiting.shift()!;
    room -= size;
    pass();
  }
}

/**
 * Passes an answer on, now or in a later portion, so that messages stay as small as Excel on the web accepts: a number
 * with a card takes a kilobyte, and one recalculation may ask for ten thousand. Answers keep their order.
 */
export function inPortion(answer: unknown, pass: () => void): void {
  // Allows for the envelope that the runtime adds.
  waiting.push([JSON.stringify(answer).length + 100, pass]);
  drain();
}
