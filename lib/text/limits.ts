/** Bounds on what a page, a pack or a message may make us do. Enforced on both sides of every boundary. */

/** One message from a page. Chromium fails at 64 MiB with an error text that changes; we refuse long before. */
export const MAX_MESSAGE_BYTES = 64 * 1024;
/** Page text travels in parts of at most this size. */
export const MAX_TEXT_PART_CHARS = 128 * 1024;
/** Text of one page that is looked at; what lies beyond is not read. */
export const MAX_PAGE_CHARS = 2 * 1024 * 1024;
/** Blocks of one page. */
export const MAX_PAGE_BLOCKS = 5_000;
/** Characters of one block; longer blocks are cut. */
export const MAX_BLOCK_CHARS = 20_000;
/** Parts of one page: text bound divided by part size, with room for uneven blocks. */
export const MAX_PAGE_PARTS = 64;
/** Notes of what went wrong that are kept (RELIABILITY.md, T145), and how many of them may be a page's. */
export const MAX_PROBLEMS = 200;
export const MAX_PAGE_PROBLEMS = 50;
/** What a note holds, in UTF-16 units and in places of our scripts. */
export const MAX_PROBLEM_CHARS = 120;
export const MAX_ERROR_NAME_CHARS = 40;
export const MAX_PROBLEM_PLACES = 8;
/** Kinds of elements whose marks are styled at a time; of more, all are. */
export const MAX_STYLED_ELEMENTS = 32;
/** Mentions kept for one page. */
export const MAX_MENTIONS = 4_000;
/** Card models that follow the mentions unasked; the rest are fetched when wanted. */
export const MAX_FOLLOWING_CARDS_BYTES = 192 * 1024;
/** Titles, site names and addresses taken from a page. */
export const MAX_PAGE_FIELD_CHARS = 2_000;
/** Names of an article that are told to who searches or reads beside it: the most salient of its cast. */
export const MAX_BESIDE = 200;
/** Longest name in folded units. */
export const MAX_NAME_UNITS = 200;
