/** The part of this page that its address names, behind the `#`: a link to it may come from elsewhere. */
import { useEffect, useState } from 'preact/hooks';

const partOf = (): string => location.hash.slice(1);

/** Its id, live. The page draws itself after it has loaded, so the part is scrolled to here. */
export function useAddressPart(): string {
  const [part, setPart] = useState(partOf);
  useEffect(() => {
    const read = () => setPart(partOf());
    addEventListener('hashchange', read);
    if (partOf() !== '') document.getElementById(partOf())?.scrollIntoView({ behavior: 'instant' });
    return () => removeEventListener('hashchange', read);
  }, []);
  return part;
}
