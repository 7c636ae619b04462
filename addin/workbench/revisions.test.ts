import { describe, expect, it } from "vitest";
import { RevisionLog } from "./revisions.js";

describe("the log of revisions", () => {
  it("records them in the order the engine sends them, also when a receipt brings the next one", () => {
    const log = new RevisionLog();
    const recorded: string[] = [];
    log.onRevision = ({ nextRevisionId }) => recorded.push(nextRevisionId);
    const revision = (id: string) => ({ type: "REMOTE_REVISION", nextRevisionId: id, serverRevisionId: "before" });
    log.onNewMessage("engine", (message) => {
      if ((message as ReturnType<typeof revision>).nextRevisionId === "first") void log.sendMessage(revision("second"));
    });
    void log.sendMessage(revision("first"));
    expect(recorded).toEqual(["first", "second"]);
  });
});
