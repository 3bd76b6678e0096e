/** Hands a file to the browser to be saved, as a link that is pressed does: no permission is needed. */

/** ms until the browser has taken it. */
const TAKEN_MS = 60_000;

export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_MS);
}
