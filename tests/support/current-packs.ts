/** Ids of the packs that the pointer names; by IndexedDB alone. Evaluated in a page of the extension. */
export function currentPacks(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('knowledge');
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      const db = request.result;
      const reading = db.transaction('meta').objectStore('meta').get('current');
      reading.onsuccess = () => {
        db.close();
        const current = reading.result as { value: { packs: { header: { id: string } }[] } } | undefined;
        resolve(current?.value.packs.map(({ header }) => header.id) ?? []);
      };
    };
  });
}
