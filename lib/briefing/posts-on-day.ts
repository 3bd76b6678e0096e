/** The posts that somebody holds on a day. */
import type { Reference } from '../model/ids';
import type { Entity, Role } from '../model/pack';
import { assertedDays } from '../text/asserted-days';
import type { Day } from '../text/edtf';
import { from } from './facts';

/** Roles of a post asserted on the day: not those that one was only chosen for, nor uncertain ones. */
export function rolesOnDay({ roles = [] }: Entity, day: Day): Role[] {
  return roles.filter((role) => {
    const { from: first, to: last } = assertedDays(role);
    const isHeld = role.capacity !== 'elect' && role.capacity !== 'announced' && role.confidence !== 'uncertain';
    return role.post !== undefined && isHeld && first <= day && day <= last;
  });
}

/** `owner`: what the entity is stored under. */
export const postsOnDay = (entity: Entity, owner: Reference, day: Day): Reference[] => [
  ...new Set(rolesOnDay(entity, day).flatMap(({ post }) => (post ? [from(owner, post)] : []))),
];
