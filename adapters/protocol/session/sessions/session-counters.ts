// What an endpoint did with the datagrams it got. Every dropped datagram and message is counted under one reason.

import type { DeliveryCounters } from '../delivery/delivery-counters.js';

export class SessionCounters implements DeliveryCounters {
  /** Sealed packets taken. */
  packetsAccepted = 0;
  bytesAccepted = 0;
  packetsSent = 0;
  bytesSent = 0;
  packetsLost = 0;
  /** Counted as lost, but acknowledged later: what was really lost is `packetsLost - packetsFound`. */
  packetsFound = 0;

  // What DeliveryCounters explains.
  retransmits = 0;
  unreliableDropped = 0;
  messagesPacked = 0;
  packedBytesSaved = 0;

  // Datagrams that the system gave to one gateway and that belong to another of the same port.
  handedOver = 0;
  takenOver = 0;

  // Datagrams dropped, by reason.
  droppedUnknownType = 0;
  droppedTooShort = 0;
  droppedTooLong = 0;
  /** Of a gateway that does not exist. */
  droppedWrongGateway = 0;
  /** Another gateway's, with no room on the way there. */
  droppedHandOverFull = 0;
  droppedUnknownConnection = 0;
  droppedClosing = 0;
  droppedReplayed = 0;
  droppedUnauthentic = 0;
  droppedMalformedHandshake = 0;
  /** More key exchanges were asked for than the endpoint does a second. */
  droppedHandshakeBudget = 0;
  /** A host had more sessions unconfirmed than it may. */
  droppedHalfOpen = 0;
  /** The socket had no free slot to send from. */
  droppedNoSendSlot = 0;

  // Messages dropped, by reason.
  messagesExcess = 0;
  /** Packets above what one connection may send. What they carry is taken; far too many end the session. */
  packetsExcess = 0;

  // Handshakes.
  hellos = 0;
  tokensGranted = 0;
  connects = 0;
  connectsRepeated = 0;
  accepted = 0;
  denied = 0;
  deniedBadVersion = 0;
  deniedBadProtocol = 0;
  deniedBadCookie = 0;
  deniedBadToken = 0;
  deniedTokenExpired = 0;
  deniedTokenUsed = 0;
  deniedFull = 0;
  /** Places taken in the admission queue, and those given up. */
  queued = 0;
  queueAbandoned = 0;
  deniedGuests = 0;
  deniedShuttingDown = 0;
  deniedBadHandshake = 0;
  /** Accepted, but no sealed packet followed in time. */
  handshakeTimeouts = 0;

  // Sessions.
  sessionsOpened = 0;
  // Those that ended, by DisconnectReason.
  closedLeft = 0;
  closedTimeout = 0;
  closedKicked = 0;
  closedBanned = 0;
  closedReplaced = 0;
  closedShuttingDown = 0;
  closedProtocolViolation = 0;
  closedOverloaded = 0;
  closedCharacterUnavailable = 0;
  closedNameTaken = 0;
  addressChanges = 0;
  /** Asked whether a client is behind an address that its packets came from. */
  pathChallenges = 0;
  resumesGranted = 0;
  /** Sessions opened with a resume token. */
  resumed = 0;
  /** Keys replaced, either direction. */
  rekeys = 0;
}
