// The messages as protocol buffers: the cheapest natural types, optional fields where a delta leaves things out.

export const protobufSchema = `
syntax = "proto3";
package bench;
message Input {
  uint32 sequence = 1;
  uint32 tick = 2;
  float moveX = 3;
  float moveY = 4;
  float facing = 5;
  uint32 buttons = 6;
}
message Chat {
  uint32 scope = 1;
  string text = 2;
}
message Entity {
  uint32 id = 1;
  float x = 2;
  float y = 3;
  float facing = 4;
  float health = 5;
  uint32 status = 6;
}
message Snapshot {
  uint32 tick = 1;
  uint32 lastInput = 2;
  repeated Entity entities = 3;
}
message EntityChange {
  uint32 slot = 1;
  optional float x = 2;
  optional float y = 3;
  optional float facing = 4;
  optional float health = 5;
  optional uint32 status = 6;
}
message Delta {
  uint32 tick = 1;
  uint32 lastInput = 2;
  repeated EntityChange entities = 3;
}
`;
