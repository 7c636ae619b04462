/** Offers a text or bytes as a file to save. */
export function saveFile(name: string, type: string, content: string | Uint8Array): void {
  const address = URL.createObjectURL(
    typeof content === "string"
      ? new Blob([content], { type: `${type};charset=utf-8` })
      : new Blob([content as Uint8Array<ArrayBuffer>], { type }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has to have taken it before the address may go.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
