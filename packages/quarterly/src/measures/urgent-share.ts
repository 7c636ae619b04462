import { lettings } from "./lettings.js";
import { measured, type Measure } from "./measurement.js";

export const urgentShare: Measure = (ret, ask) => {
  const counted = lettings(ret, ask, "URGENTSHARE");
  return measured({ urgent: counted.urgent, lettings: counted.lettings }, counted.notes, { open: counted.open });
};
