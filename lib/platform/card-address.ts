/** Where the card's page is. */
import { browser } from './browser';

/** Address of the card's page; the token travels in the fragment, which no server and no page sees. */
export const cardAddress = (token: string): string => `${browser.runtime.getURL('card.html')}#${token}`;
