import { quarterLastDay, quarterOfDay, type QuarterId } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";

/** The day a quarter is judged on: the Peildatum of the workbook where it lies in that quarter, else the quarter's last day. */
export const dayFor = (ret: Return, quarter: QuarterId): string =>
  ret.settings.day !== null && quarterOfDay(ret.settings.day) === quarter ? ret.settings.day : quarterLastDay(quarter);
