import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { Button } from "./button.js";
import { usePane } from "./pane-context.js";
import { words } from "./words.js";

/** A text with a button that copies it. */
export function CopyText({ text, labelledBy }: { readonly text: string; readonly labelledBy: string }): JSX.Element {
  const { session, t } = usePane();
  const box = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      session.done(words.handOver.copied);
    } catch {
      // Some hosts block clipboard access.
      box.current?.focus();
      box.current?.select();
      session.done(words.handOver.copyByHand);
    }
  };
  return (
    <>
      <textarea ref={box} class="pa-wide" rows={8} readOnly value={text} aria-labelledby={labelledBy} />
      <Button says={t(words.handOver.copy)} onClick={() => void copy()} />
    </>
  );
}
