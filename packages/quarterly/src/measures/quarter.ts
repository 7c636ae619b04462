import type { Day } from "@prestatieafspraken/indicators";

export {
  quarterAfter as shift,
  quarterLastDay as lastDay,
  quarterNumber as numberOf,
  quarterOfDay as quarterOf,
} from "@prestatieafspraken/indicators";

export const yearOf = (dayOrQuarter: Day): number => Number(dayOrQuarter.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
