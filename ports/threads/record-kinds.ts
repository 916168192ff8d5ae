// The kinds of records in the rings between threads, what their subject is and what their bytes hold.

export const RecordKind = {
  // Gateway → simulation; the subject is the session.
  /** SessionJoined */
  joined: 1,
  /** SessionLeft */
  left: 2,
  /** A packet as the client sent it: within its limits, from a player in the world, not decoded yet. */
  message: 3,

  // Simulation → gateway; the subject is the session.
  /** A packet for the session's reliable channel. */
  reliable: 16,
  /** A packet that may be lost. */
  unreliable: 17,
  /** PlayerPlaced */
  placed: 18,
  /** SessionEnd */
  end: 19,
  // The subject is an entity.
  /** A packet for the reliable channel of all who are near the entity. */
  nearbyReliable: 20,
  nearbyUnreliable: 21,
  // No subject.
  /** A packet for the reliable channel of all who are in the world. */
  everyoneReliable: 22,
  everyoneUnreliable: 23,

  // Simulation → control; the subject is the session.
  /** SessionJoined: load this character. */
  loadRequested: 32,
  /** CharacterRecord: store it. */
  save: 33,
  /** CharacterRecord: its player stands in the world now. */
  entered: 34,
  /** CharacterRecord: its player has left the world; the save came before. */
  departed: 35,
  /** No bytes: everything that `saveAll` asked for has been handed over. */
  allSaved: 36,
  /** OperatorAnswer, no subject. */
  commandAnswered: 37,
  /** NameWanted, no subject. */
  nameWanted: 38,
  /** PlayerReported, no subject. */
  playerReported: 39,

  // Simulation → journal; no subject.
  /** A fact of the ledger, as its codec writes it. */
  fact: 40,
  /** No bytes: the facts before it are whole ticks, and are stored together or not at all. */
  ticksEnd: 41,

  // Simulation → control; the subject is a report.
  /** No bytes: its player was told what operators decided. */
  decisionTold: 44,

  // Control → simulation; the subject is the session.
  /** CharacterRecord */
  loaded: 48,
  /** No bytes: the character cannot be had. */
  unavailable: 49,
  /** SessionEnd */
  kick: 50,
  /** No bytes, no subject: hand over every character. */
  saveAll: 51,
  /** OperatorCommand, no subject. */
  command: 52,
  /** DateTold, no subject. */
  dateTold: 53,
  /** NameTold, no subject. */
  nameTold: 54,
  /** ReportAnswered, no subject. */
  reportAnswered: 55,
  /** DecisionTold, no subject. */
  decision: 56,

  // Control → gateway.
  /** No bytes; the subject says who is let in from now on: a number of `Admits`. */
  door: 64,
  /** SessionEnd, no subject: end every session. */
  endAll: 65,
} as const;
