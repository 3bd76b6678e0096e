/** What the build has compiled for `lib/services/rehearsal`. */
export async function rehearsalIndex(): Promise<ArrayBuffer> {
  return (await fetch('/rehearsal.index')).arrayBuffer();
}
