import { lettings } from "./lettings.js";
import { measured, type Measure } from "./measurement.js";

export const regularShare: Measure = (ret, ask) => {
  const counted = lettings(ret, ask, "REGULARSHARE");
  return measured({ regular: counted.regular, lettings: counted.lettings }, counted.notes, { open: counted.open });
};
