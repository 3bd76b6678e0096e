/** Written forms that several fields share. */
import { MAX_PACK_ID_CHARS, MAX_RECORD_ID_CHARS } from '../model/ids';

/** An id of this pack, or of another one with that pack's id before it. */
export const REF = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*:)?[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** UTF-16 units of a reference. */
export const MAX_REF_CHARS = MAX_PACK_ID_CHARS + 1 + MAX_RECORD_ID_CHARS;

/** BCP 47 as packs need it: language, script, region, variants (`en`, `zh-Hant`, `pt-BR`, `es-419`, `be-tarask`). */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-(?:[A-Z]{2}|\d{3}))?(-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*$/;
/** UTF-16 units of a language tag: what RFC 5646 (section 4.4.1) asks readers to take. */
export const MAX_LANGUAGE_TAG_CHARS = 35;

/** An open list of words, as kinds of relations and events are. */
export const KIND = /^[a-z-]{2,40}$/;
