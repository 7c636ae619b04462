import { quarterLastDay, quarterOfDay, type QuarterId } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";

/** The date a quarter is judged on: the workbook's Peildatum if it lies in that quarter, else the quarter's last day. */
export const dayFor = (ret: Return, quarter: QuarterId): string =>
  ret.settings.day !== null && quarterOfDay(ret.settings.day) === quarter ? ret.settings.day : quarterLastDay(quarter);
