// Roles that are made beside the four: a name, what it is for, and what it may do. Nobody makes, changes or removes one that
// holds more than they do. What a change takes away is gone with the next request; what streams to its holders ends.

import {
  isBuiltInRole,
  isSameRole,
  roles as builtInRoles,
  type CustomRole,
  type Role,
} from '#ports/admin/accounts/role.js';
import type { HeldRole } from '#ports/admin/accounts/account-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { mayGrant, permissionsAmong, permissionsOf, type Permission } from '../access/permissions.js';
import { recordAudit } from '../audit/record-audit.js';

export interface RoleWish {
  readonly name: Role;
  readonly means: string;
  readonly permissions: readonly Permission[];
}

/** What a role was made of when it was read. */
export type RoleSeen = Omit<RoleWish, 'name'>;

export interface ListedRole extends RoleWish {
  readonly isBuiltIn: boolean;
  /** Accounts that hold it, disabled ones too. */
  readonly holders: number;
}

type Result<Reason extends string> =
  { readonly ok: true; readonly role: ListedRole } | { readonly ok: false; readonly reason: Reason };

export type MakeRoleResult = Result<'role-name-taken' | 'too-many-roles' | 'role-above-own'>;
export type ChangeRoleResult = Result<'unknown-role' | 'built-in-role' | 'role-above-own' | 'role-changed'>;
export type RemoveRoleResult = Result<
  'unknown-role' | 'built-in-role' | 'role-in-use' | 'role-above-own' | 'role-changed'
>;

type Ports = Pick<AdminPorts, 'accounts' | 'audit' | 'clock'>;

/** The four from the one that may do most, then those that were made, by name. */
export async function listRoles({ accounts }: Pick<AdminPorts, 'accounts'>): Promise<readonly ListedRole[]> {
  const held = (await accounts.list()).map(({ role }) => role);
  const holders = (name: Role): number => held.filter((role) => role === name).length;
  const builtIn = builtInRoles.map((name) => ({
    ...{ name, means: '', permissions: permissionsOf({ role: name }) },
    ...{ isBuiltIn: true, holders: holders(name) },
  }));
  const made = (await accounts.customRoles()).map((role) => listed(role, holders(role.name)));
  return [...builtIn, ...made];
}

/** Undefined where there is no such role. */
export async function permissionsOfRoleNamed(
  { accounts }: Pick<AdminPorts, 'accounts'>,
  role: Role,
): Promise<readonly Permission[] | undefined> {
  if (isBuiltInRole(role)) return permissionsOf({ role });
  const found = await findMadeRole({ accounts }, role);
  return found && permissionsAmong(found.permissions);
}

/** What who is given it holds; undefined where there is no such role. */
export async function heldRole(
  ports: Pick<AdminPorts, 'accounts'>,
  role: Role,
): Promise<HeldRole | undefined> {
  if (isBuiltInRole(role)) return { role };
  const made = await findMadeRole(ports, role);
  return made && { role, customPermissions: made.permissions };
}

/** Undefined for one of the four, too. */
export async function findMadeRole(
  { accounts }: Pick<AdminPorts, 'accounts'>,
  role: Role,
): Promise<CustomRole | undefined> {
  return (await accounts.customRoles()).find(({ name }) => name === role);
}

export async function makeRole(ports: Ports, caller: Caller, wish: RoleWish): Promise<MakeRoleResult> {
  const act = { action: 'role.create', target: `role:${wish.name}` };
  if (!mayGrant(caller.account, wish.permissions)) return refuse(ports, caller, act);
  const answer = await ports.accounts.addRole(wish);
  if (answer !== 'added') return { ok: false, reason: answer };
  await recordAudit(ports, caller, { ...act, outcome: 'done', details: { after: contentsOf(wish) } });
  return { ok: true, role: listed(wish, 0) };
}

/** Refused when it is not (any more) what the caller has seen, if that is told, or another changed it meanwhile. */
export async function changeRole(
  ports: Ports & Pick<AdminPorts, 'live'>,
  caller: Caller,
  wish: RoleWish,
  seen?: RoleSeen,
): Promise<ChangeRoleResult> {
  const act = { action: 'role.change', target: `role:${wish.name}` };
  if (isBuiltInRole(wish.name)) return { ok: false, reason: 'built-in-role' };
  const judged = await findMadeRole(ports, wish.name);
  if (judged === undefined) return { ok: false, reason: 'unknown-role' };
  const had = permissionsAmong(judged.permissions);
  if (!mayGrant(caller.account, [...had, ...wish.permissions])) return refuse(ports, caller, act);
  if (seen && !isSeenAsListed(judged, seen)) return { ok: false, reason: 'role-changed' };
  const before = await ports.accounts.changeRole(wish, judged);
  if (typeof before === 'string') return { ok: false, reason: before };
  const holders = (await ports.accounts.list()).filter(({ role }) => role === wish.name);
  for (const { id } of holders) ports.live.endStreamsOfAccount(id);
  const details = { before: contentsOf(before), after: contentsOf(wish), holders: holders.length };
  await recordAudit(ports, caller, { ...act, outcome: 'done', details });
  return { ok: true, role: listed(wish, holders.length) };
}

/** Refused when another changed it meanwhile. With it goes that a second factor is demanded of it. */
export async function removeRole(
  ports: Ports & Pick<AdminPorts, 'secondFactors'>,
  caller: Caller,
  name: Role,
): Promise<RemoveRoleResult> {
  const act = { action: 'role.remove', target: `role:${name}` };
  if (isBuiltInRole(name)) return { ok: false, reason: 'built-in-role' };
  const judged = await findMadeRole(ports, name);
  if (judged === undefined) return { ok: false, reason: 'unknown-role' };
  if (!mayGrant(caller.account, permissionsAmong(judged.permissions))) return refuse(ports, caller, act);
  const removed = await ports.accounts.removeRole(name, judged);
  if (typeof removed === 'string') return { ok: false, reason: removed };
  await ports.secondFactors.demand(name, false);
  await recordAudit(ports, caller, { ...act, outcome: 'done', details: { before: contentsOf(removed) } });
  return { ok: true, role: listed(removed, 0) };
}

async function refuse(
  ports: Ports,
  caller: Caller,
  act: { readonly action: string; readonly target: string },
): Promise<{ readonly ok: false; readonly reason: 'role-above-own' }> {
  const reason = 'role-above-own';
  await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { reason } });
  return { ok: false, reason };
}

function listed({ name, means, permissions }: CustomRole, holders: number): ListedRole {
  return { name, means, permissions: permissionsAmong(permissions), isBuiltIn: false, holders };
}

/** What everybody may do anyway is listed, and no part of a wish: who sends back either has seen the same. */
function isSeenAsListed(judged: CustomRole, seen: RoleSeen): boolean {
  const permissions = permissionsAmong(seen.permissions);
  return isSameRole(listed(judged, 0), { name: judged.name, means: seen.means, permissions });
}

function contentsOf({ means, permissions }: CustomRole): Omit<CustomRole, 'name'> {
  return { means, permissions };
}
