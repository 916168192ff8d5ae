// A program by which Linux gives each datagram to the gateway that it belongs to, so that handing over is rare: the same
// rule as home-gateway.ts, over the bytes behind the UDP header. Classic BPF, linux/filter.h; a load beyond the datagram's end
// returns 0, the first gateway. What it answers beyond the number of sockets lets the sender's address decide.

import { connectId, helloId, tokenRequestId } from '#adapters/protocol/generated/handshake.js';
import { gatewayAt, helloKeyAt, requestKeyAt } from '#adapters/protocol/session/bytes/home-gateway.js';
import { keyPhaseBit, sealedType } from '#adapters/protocol/session/bytes/packet-layout.js';
import type { FilterStep } from './udp-options.js';

/** BPF_LD | BPF_B | BPF_ABS */
const loadByte = 0x30;
/** BPF_JMP | BPF_JEQ | BPF_K */
const jumpIfEqual = 0x15;
/** BPF_ALU | BPF_MOD | BPF_K */
const modulo = 0x94;
/** BPF_RET | BPF_A */
const returnResult = 0x16;
/** BPF_RET | BPF_K */
const returnConstant = 0x06;
const nobody = 0xffffffff;

export function gatewaySteering(gateways: number): readonly FilterStep[] {
  return [
    step(loadByte, 0),
    // Jumps count the steps that are left out.
    step(jumpIfEqual, sealedType, 4),
    step(jumpIfEqual, sealedType | keyPhaseBit, 3),
    step(jumpIfEqual, helloId, 4),
    step(jumpIfEqual, tokenRequestId, 6),
    step(jumpIfEqual, connectId, 5, 8),
    step(loadByte, gatewayAt),
    step(returnResult, 0),
    step(loadByte, helloKeyAt),
    step(modulo, gateways),
    step(returnResult, 0),
    step(loadByte, requestKeyAt),
    step(modulo, gateways),
    step(returnResult, 0),
    step(returnConstant, nobody),
  ];
}

function step(code: number, k: number, jumpTrue = 0, jumpFalse = 0): FilterStep {
  return { code, jumpTrue, jumpFalse, k };
}
