import type { JSX } from "preact";

interface ButtonProps {
  readonly says: string;
  /** What most users want next. */
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button with a text. */
export const Button = ({ says, primary = false, ...more }: ButtonProps): JSX.Element => (
  <button type="button" class={primary ? "pa-button pa-primary" : "pa-button"} {...more}>
    {says}
  </button>
);
