import {
  CannotSay,
  referenceLimits,
  type Plans,
  type Quantity,
  type QuarterId,
  type Text,
  type Unknown,
} from "@prestatieafspraken/indicators";
import { booksOf } from "../books/books-of.js";
import { liveOf } from "../books/count.js";
import { doubtOf } from "../books/doubt.js";
import { ledgerOf } from "../books/ledger.js";
import type { Answered, Counted } from "../books/shapes.js";
import type { Return } from "../return.js";

/** The phase of a project whose homes exist. */
const DELIVERED = ["opgeleverd"];
/** Phases in which a plan is still uncertain. */
const SOFT = ["idee", "haalbaarheid"];

/** The number of homes in a figure: the part of a share, or the number itself. */
const homesIn = ({ by, of, unit, value }: Quantity): number =>
  (by === "ratio" ? of?.[0]?.value : unit === "homes" ? value : null)?.valueOf() ?? 0;

/** What has been delivered of a planned figure, and how many homes are in uncertain plans; `count` is given the phases. */
export function plansOf(count: (phases: readonly string[]) => Pick<Counted, "quantity" | "open">): Plans {
  const { quantity, open } = count(DELIVERED);
  return { delivered: quantity, range: open.range, soft: homesIn(count(SOFT).quantity) };
}

/** Numbers of new social homes. */
export interface SocialHomes {
  readonly planned: number;
  readonly delivered: number;
  readonly soft: number;
  /** The homes in projects of unknown phase, in none of the other numbers. */
  readonly unknown: Unknown;
  /** The homes in projects that an earlier quarter listed and this one does not, in none of the other numbers either. */
  readonly unlisted: Unknown;
  /** Describes errors in the counted cells; null if none. */
  readonly doubt: Text | null;
}

/** New social homes in all projects, delivered, and in uncertain plans; the sentence that says why that is unknown. */
export function socialHomes(ret: Return, quarter: QuarterId): SocialHomes | Text {
  const ledger = ledgerOf(ret, referenceLimits);
  const homes = liveOf("NEWBUILDSHARE").asks["social"]!;
  const ask = (phases?: readonly string[]): Answered =>
    booksOf(ledger, { quarter, party: null, scope: [], phases }).ask(homes);
  try {
    const all = ask();
    return {
      planned: all.value,
      delivered: ask(DELIVERED).value,
      soft: ask(SOFT).value,
      unknown: all.unknown,
      unlisted: all.unlisted,
      doubt: doubtOf(ledger, { indicator: "SOCIALTARGET", answers: [all] }),
    };
  } catch (error) {
    if (error instanceof CannotSay) return error.sentence;
    throw error;
  }
}
