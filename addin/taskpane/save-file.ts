/** Offers a text or bytes for download. */
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
  // Revoke the object URL only after the browser has started the download.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
