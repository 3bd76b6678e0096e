/** The part of this page that its address names, behind the `#`: a link to it may come from elsewhere. */
import { useEffect, useState } from 'preact/hooks';

const partOf = (): string => location.hash.slice(1);

/** Its id, live. The page draws itself after it has loaded: once it `isDrawn`, the part is scrolled to. */
export function useAddressPart(isDrawn: boolean): string {
  const [part, setPart] = useState(partOf);
  useEffect(() => {
    const read = () => setPart(partOf());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    if (isDrawn && partOf() !== '') document.getElementById(partOf())?.scrollIntoView({ behavior: 'instant' });
  }, [isDrawn]);
  return part;
}
