// Generated from game.tos by `npm run codegen`; changes here are lost.
// What messages are made of; the kit chooses the values.

import type { Arbitrary } from 'fast-check';
import type { Fields } from '../../../codegen/support/message-fields.js';
import type { ValueKit } from '../value-kit.js';

/** Declarations that the emitter does not know yet. */
export const leftOut: readonly string[] = [];

export function moveStepValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    moveX: of.quantized({ min: -1, steps: 254, step: [1, 127] }),
    moveY: of.quantized({ min: -1, steps: 254, step: [1, 127] }),
    facing: of.integer(0, 255),
    ticks: of.integer(1, 6),
  });
}

export function playerInputValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    sequence: of.integer(0, 65535),
    viewTick: of.integer(0, 4294967295),
    steps: of.list(moveStepValues(of), 0, 8),
  });
}

export function useSkillValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    skill: of.integer(0, 65535),
    target: of.integer(0, 4294967295),
  });
}

export function pickUpValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    loot: of.integer(0, 4294967295),
  });
}

export function chatRequestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    scope: of.oneOf('say', 'zone', 'server', 'party'),
    text: of.text(200),
  });
}

export function respawnRequestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({});
}

export function leaveRequestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({});
}

export function moveItemValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    from: of.oneOf('nowhere', 'inventory', 'equipment', 'bank', 'buyBack', 'ground', 'letter', 'listing'),
    fromSlot: of.integer(0, 255),
    to: of.oneOf('nowhere', 'inventory', 'equipment', 'bank', 'buyBack', 'ground', 'letter', 'listing'),
    toSlot: of.integer(0, 255),
    units: of.integer(0, 65535),
  });
}

export function dropItemValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    from: of.oneOf('nowhere', 'inventory', 'equipment', 'bank', 'buyBack', 'ground', 'letter', 'listing'),
    slot: of.integer(0, 255),
    units: of.integer(0, 65535),
  });
}

export function useItemValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    from: of.oneOf('nowhere', 'inventory', 'equipment', 'bank', 'buyBack', 'ground', 'letter', 'listing'),
    slot: of.integer(0, 255),
  });
}

export function buyItemValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    vendor: of.integer(0, 4294967295),
    item: of.integer(0, 65535),
    units: of.integer(0, 65535),
  });
}

export function sellItemValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    vendor: of.integer(0, 4294967295),
    slot: of.integer(0, 255),
    units: of.integer(0, 65535),
  });
}

export function buyBackItemValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    vendor: of.integer(0, 4294967295),
    slot: of.integer(0, 255),
  });
}

export function repairItemValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    mender: of.integer(0, 4294967295),
    from: of.oneOf('nowhere', 'inventory', 'equipment', 'bank', 'buyBack', 'ground', 'letter', 'listing'),
    slot: of.integer(0, 255),
  });
}

export function openBankValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    banker: of.integer(0, 4294967295),
  });
}

export function discardItemValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    from: of.oneOf('nowhere', 'inventory', 'equipment', 'bank', 'buyBack', 'ground', 'letter', 'listing'),
    slot: of.integer(0, 255),
    units: of.integer(0, 65535),
  });
}

export function tradeInviteValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    target: of.integer(0, 4294967295),
  });
}

export function tradeAcceptValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    inviter: of.integer(0, 4294967295),
  });
}

export function tradeOfferValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    trade: of.integer(0, 4294967295),
    place: of.integer(0, 7),
    slot: of.integer(0, 255),
    units: of.integer(0, 65535),
  });
}

export function tradeCoinsValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    trade: of.integer(0, 4294967295),
    coins: of.integer(0, 4294967295),
  });
}

export function tradeConfirmValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    version: of.integer(0, 4294967295),
  });
}

export function tradeCancelValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    trade: of.integer(0, 4294967295),
  });
}

export function letterStackValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    slot: of.integer(0, 255),
    units: of.integer(0, 65535),
  });
}

export function sendLetterValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    recipient: of.text(24),
    title: of.text(48),
    text: of.text(200),
    coins: of.integer(0, 4294967295),
    cashOnDelivery: of.integer(0, 4294967295),
    stacks: of.list(letterStackValues(of), 0, 4),
  });
}

export function takeFromLetterValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    letter: of.integer(0, 4294967295),
    place: of.integer(0, 4),
  });
}

export function payLetterValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    letter: of.integer(0, 4294967295),
    coins: of.integer(0, 4294967295),
  });
}

export function deleteLetterValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    letter: of.integer(0, 4294967295),
  });
}

export function returnLetterValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    letter: of.integer(0, 4294967295),
  });
}

export function readLettersValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    after: of.integer(0, 4294967295),
  });
}

export function listItemValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    slot: of.integer(0, 255),
    units: of.integer(0, 65535),
    price: of.integer(0, 4294967295),
  });
}

export function buyListingValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    listing: of.integer(0, 4294967295),
    price: of.integer(0, 4294967295),
  });
}

export function cancelListingValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    listing: of.integer(0, 4294967295),
  });
}

export function searchMarketValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    item: of.integer(0, 65535),
    after: of.integer(0, 4294967295),
  });
}

export function craftValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    recipe: of.integer(0, 65535),
    count: of.integer(0, 255),
  });
}

export function stopCraftingValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
  });
}

export function acceptQuestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    npc: of.integer(0, 4294967295),
    quest: of.integer(0, 65535),
  });
}

export function abandonQuestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    quest: of.integer(0, 65535),
  });
}

export function handInQuestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    npc: of.integer(0, 4294967295),
    quest: of.integer(0, 65535),
    stage: of.integer(0, 255),
    outcome: of.integer(0, 3),
  });
}

export function talkToValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
    npc: of.integer(0, 4294967295),
  });
}

export function partyInviteValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    name: of.text(24),
  });
}

export function partyAcceptValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    invitation: of.integer(0, 4294967295),
  });
}

export function partyDeclineValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    invitation: of.integer(0, 4294967295),
  });
}

export function partyLeaveValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({});
}

export function partyKickValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    member: of.integer(0, 4294967295),
  });
}

export function partyPromoteValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    member: of.integer(0, 4294967295),
  });
}

export function partyLootValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    mode: of.oneOf('freeForAll', 'roundRobin', 'needGreed'),
  });
}

export function lootRollValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    roll: of.integer(0, 4294967295),
    choice: of.oneOf('pass', 'greed', 'need'),
  });
}

export function reportPlayerValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    name: of.text(24),
    reason: of.oneOf('cheating', 'harassment', 'spam', 'name', 'other'),
    text: of.text(200),
  });
}

export function welcomeValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    entity: of.integer(0, 4294967295),
    tick: of.integer(0, 4294967295),
    name: of.text(24),
    map: of.integer(0, 65535),
    mapKey: of.text(32),
    contentHash: of.integer(0, 4294967295),
    lastCommand: of.integer(0, 4294967295),
  });
}

export function mapChangedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    map: of.integer(0, 65535),
    mapKey: of.text(32),
    x: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
    y: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
  });
}

export function characterStatusValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    level: of.integer(0, 255),
    experience: of.integer(0, 4294967295),
    experienceNext: of.integer(0, 4294967295),
    healthMax: of.integer(0, 65535),
    manaMax: of.integer(0, 65535),
    coins: of.integer(0, 4294967295),
  });
}

export function inventorySlotValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    holder: of.oneOf('nowhere', 'inventory', 'equipment', 'bank', 'buyBack', 'ground', 'letter', 'listing'),
    slot: of.integer(0, 255),
    item: of.integer(0, 65535),
    count: of.integer(0, 65535),
    wear: of.integer(0, 65535),
    bound: of.bool(),
  });
}

export function chatMessageValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    scope: of.oneOf('say', 'zone', 'server', 'party'),
    speaker: of.integer(0, 4294967295),
    name: of.text(24),
    text: of.text(200),
  });
}

export function combatEventValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    source: of.integer(0, 4294967295),
    target: of.integer(0, 4294967295),
    skill: of.integer(0, 65535),
    outcome: of.oneOf('hit', 'critical', 'dodged', 'blocked', 'healed', 'killed'),
    amount: of.integer(0, 65535),
  });
}

export function refusedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    request: of.integer(0, 255),
    command: of.integer(0, 4294967295),
    reason: of.oneOf(
      'unknownTarget',
      'outOfRange',
      'onCooldown',
      'notEnoughMana',
      'dead',
      'notDead',
      'safeZone',
      'notYours',
      'inventoryFull',
      'unknownSkill',
      'invalidTarget',
      'noLineOfSight',
      'busy',
      'muted',
      'emptyText',
      'notAllowed',
      'notStored',
      'switchedOff',
      'staleCommand',
      'invalidCommand',
      'unknownSlot',
      'notEnoughItems',
      'notEnoughCoins',
      'bound',
      'requirementsNotMet',
      'tooHeavy',
      'purseFull',
      'wornOut',
      'noEffect',
      'changed',
      'noRoomThere',
      'notKnownYet',
      'unpaid',
      'notEmpty',
      'newcomer',
      'unknownRecipe',
      'badCount',
      'noStation',
      'noTool',
      'notSkilled',
      'notCrafting',
      'unknownQuest',
      'notOfferedHere',
      'levelTooLow',
      'prerequisiteMissing',
      'alreadyTaken',
      'questLogFull',
      'notFinished',
      'wrongStage',
      'notRepeatableYet',
      'alreadyDone',
      'notOnline',
      'alreadyInParty',
      'alreadyInvited',
      'partyFull',
      'notInParty',
      'notLeader',
      'alreadyReported',
      'tooManyReports',
    ),
  });
}

export function commandConfirmedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    command: of.integer(0, 4294967295),
  });
}

export function craftingBegunValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    recipe: of.integer(0, 65535),
    count: of.integer(0, 255),
    durationTicks: of.integer(0, 4294967295),
  });
}

export function pieceCraftedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    recipe: of.integer(0, 65535),
    outcome: of.oneOf('failed', 'made', 'finer'),
    item: of.integer(0, 65535),
    count: of.integer(0, 65535),
    left: of.integer(0, 255),
  });
}

export function craftingEndedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    recipe: of.integer(0, 65535),
    made: of.integer(0, 255),
    reason: of.oneOf(
      'done',
      'stopped',
      'apart',
      'combat',
      'death',
      'interrupted',
      'materials',
      'room',
      'weight',
      'tool',
      'requirements',
      'switchedOff',
    ),
  });
}

export function professionSkillValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    profession: of.oneOf('none', 'smithing', 'leatherworking', 'alchemy', 'cooking', 'tailoring'),
    skill: of.integer(0, 65535),
  });
}

export function tradeInvitedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    inviter: of.integer(0, 4294967295),
  });
}

export function tradeStackValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    place: of.integer(0, 255),
    item: of.integer(0, 65535),
    count: of.integer(0, 65535),
    wear: of.integer(0, 65535),
  });
}

export function tradeStateValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    trade: of.integer(0, 4294967295),
    partner: of.integer(0, 4294967295),
    version: of.integer(0, 4294967295),
    confirmed: of.bool(),
    partnerConfirmed: of.bool(),
    coins: of.integer(0, 4294967295),
    partnerCoins: of.integer(0, 4294967295),
    stacks: of.list(tradeStackValues(of), 0, 8),
    partnerStacks: of.list(tradeStackValues(of), 0, 8),
  });
}

export function tradeEndedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    trade: of.integer(0, 4294967295),
    partner: of.integer(0, 4294967295),
    reason: of.oneOf('done', 'cancelled', 'expired', 'apart', 'combat', 'death', 'left', 'switchedOff'),
  });
}

export function enclosedStackValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    place: of.integer(0, 255),
    item: of.integer(0, 65535),
    count: of.integer(0, 65535),
    wear: of.integer(0, 65535),
  });
}

export function letterValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    letter: of.integer(0, 4294967295),
    kind: of.oneOf('written', 'payment', 'returned', 'sold', 'bought', 'unsold', 'overflow', 'granted'),
    sender: of.text(24),
    title: of.text(48),
    text: of.text(200),
    coins: of.integer(0, 4294967295),
    cashOnDelivery: of.integer(0, 4294967295),
    secondsLeft: of.integer(0, 4294967295),
    stacks: of.list(enclosedStackValues(of), 0, 4),
  });
}

export function lettersReadValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    more: of.bool(),
  });
}

export function letterNewsValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    letter: of.integer(0, 4294967295),
    event: of.oneOf('arrived', 'changed', 'gone'),
  });
}

export function marketListingValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    listing: of.integer(0, 4294967295),
    item: of.integer(0, 65535),
    count: of.integer(0, 65535),
    wear: of.integer(0, 65535),
    price: of.integer(0, 4294967295),
    own: of.bool(),
    secondsLeft: of.integer(0, 4294967295),
  });
}

export function marketSearchedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    after: of.integer(0, 4294967295),
  });
}

export function questStatusValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    quest: of.integer(0, 65535),
    stage: of.integer(0, 255),
    done: of.list(of.integer(0, 65535), 4, 4),
    completed: of.integer(0, 4294967295),
    secondsLeft: of.integer(0, 4294967295),
  });
}

export function questOfferValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    quest: of.integer(0, 65535),
    state: of.oneOf('available', 'inProgress', 'ready', 'notYet'),
  });
}

export function questOffersValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    npc: of.integer(0, 4294967295),
    offers: of.list(questOfferValues(of), 0, 32),
  });
}

export function partyInvitedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    invitation: of.integer(0, 4294967295),
    name: of.text(24),
    secondsLeft: of.integer(0, 4294967295),
  });
}

export function partyInvitationEndedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    invitation: of.integer(0, 4294967295),
    name: of.text(24),
    reason: of.oneOf('accepted', 'declined', 'expired', 'withdrawn', 'elsewhere'),
  });
}

export function partyMemberValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    member: of.integer(0, 4294967295),
    name: of.text(24),
    entity: of.integer(0, 4294967295),
    level: of.integer(0, 255),
    health: of.integer(0, 255),
    map: of.integer(0, 65535),
    x: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
    y: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
  });
}

export function partyStateValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    party: of.integer(0, 4294967295),
    leader: of.integer(0, 4294967295),
    own: of.integer(0, 4294967295),
    loot: of.oneOf('freeForAll', 'roundRobin', 'needGreed'),
    members: of.list(partyMemberValues(of), 0, 5),
  });
}

export function partyMemberChangeValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    member: of.integer(0, 4294967295),
    level: of.integer(0, 255),
    health: of.integer(0, 255),
    map: of.integer(0, 65535),
    x: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
    y: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
  });
}

export function partyMovedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    members: of.list(partyMemberChangeValues(of), 0, 5),
  });
}

export function partyEndedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    party: of.integer(0, 4294967295),
    reason: of.oneOf('left', 'kicked', 'away', 'dissolved'),
  });
}

export function lootRollBegunValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    roll: of.integer(0, 4294967295),
    loot: of.integer(0, 4294967295),
    item: of.integer(0, 65535),
    wear: of.integer(0, 65535),
    secondsLeft: of.integer(0, 4294967295),
  });
}

export function lootRollResultValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    name: of.text(24),
    choice: of.oneOf('pass', 'greed', 'need'),
    points: of.integer(0, 255),
  });
}

export function lootRollEndedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    roll: of.integer(0, 4294967295),
    winner: of.text(24),
    results: of.list(lootRollResultValues(of), 0, 5),
  });
}

export function reportTakenValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    report: of.integer(0, 4294967295),
    name: of.text(24),
    reason: of.oneOf('cheating', 'harassment', 'spam', 'name', 'other'),
  });
}

export function reportDecidedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    report: of.integer(0, 4294967295),
    name: of.text(24),
    reason: of.oneOf('cheating', 'harassment', 'spam', 'name', 'other'),
    outcome: of.oneOf('noAction', 'warned', 'muted', 'banned', 'other'),
    text: of.text(200),
  });
}

export function entityStateValues(of: ValueKit): Arbitrary<Fields> {
  return of.groups({
    identity: of.fields({
      id: of.integer(0, 4294967295),
      kind: of.oneOf('player', 'creature', 'loot', 'npc'),
      template: of.integer(0, 65535),
      level: of.integer(0, 255),
      name: of.bytes(0, 24),
    }),
    position: of.fields({
      x: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
      y: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
    }),
    facing: of.fields({
      facing: of.integer(0, 255),
    }),
    vitals: of.fields({
      health: of.integer(0, 255),
    }),
    status: of.fields({
      status: of.someOf('dead', 'inCombat', 'casting', 'stunned', 'safe'),
    }),
  });
}

export function entityUpdateValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    slot: of.integer(0, 249),
    state: entityStateValues(of),
  });
}

export function snapshotValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    tick: of.integer(0, 4294967295),
    lastInput: of.integer(0, 65535),
    x: of.quantized({ min: 0, steps: 1048575, step: [1, 1024] }),
    y: of.quantized({ min: 0, steps: 1048575, step: [1, 1024] }),
    health: of.integer(0, 65535),
    mana: of.integer(0, 65535),
    removed: of.list(of.integer(0, 255), 0, 250),
    entities: of.list(entityUpdateValues(of), 0, 250),
  });
}
