-- Datagrams: handshake in the clear, sealed packets, and what is in them (SESSION.md).

local channel_names = { [0] = 'unreliable', 'sequenced', 'reliable' }
local f = {
  kind = declare(ProtoField.uint8('tos.type', 'Type', base.HEX)),
  phase = declare(ProtoField.uint8('tos.key_phase', 'Key phase', base.DEC, nil, 0x01)),
  id = declare(ProtoField.uint32('tos.connection_id', 'Connection id', base.HEX)),
  low = declare(ProtoField.uint16('tos.number_low', 'Packet number, low 16 bits')),
  number = declare(ProtoField.uint32('tos.number', 'Packet number')),
  sender = declare(ProtoField.string('tos.sender', 'Sender')),
  sealed = declare(ProtoField.bytes('tos.sealed', 'Sealed')),
  tag = declare(ProtoField.bytes('tos.tag', 'Tag')),
  latest = declare(ProtoField.uint16('tos.ack.latest', 'Acknowledges')),
  earlier = declare(ProtoField.uint32('tos.ack.bits', 'Acknowledges before that', base.HEX)),
  delay = declare(ProtoField.uint8('tos.ack.delay', 'Acknowledgement delay (ms)')),
  frame = declare(ProtoField.none('tos.frame', 'Frame')),
  channel = declare(ProtoField.uint8('tos.frame.channel', 'Channel', base.DEC, channel_names, 0x03)),
  fragment = declare(ProtoField.bool('tos.frame.fragment', 'Fragment', 8, nil, 0x04)),
  compressed = declare(ProtoField.bool('tos.frame.compressed', 'Compressed', 8, nil, 0x08)),
  sequence = declare(ProtoField.uint16('tos.frame.sequence', 'Sequence')),
  index = declare(ProtoField.uint8('tos.frame.index', 'Fragment index')),
  count = declare(ProtoField.uint8('tos.frame.count', 'Fragment count')),
  length = declare(ProtoField.uint16('tos.frame.length', 'Length')),
  part = declare(ProtoField.bytes('tos.frame.part', 'Part of a message')),
}

-- A connect token is opaque to clients and to the schema, not to those who look for what is wrong with it.
local t = {
  version = declare(ProtoField.uint8('tos.token.version', 'Version')),
  guest = declare(ProtoField.bool('tos.token.guest', 'Guest', 8, nil, 0x01)),
  resumes = declare(ProtoField.bool('tos.token.resumes', 'Resumes a session', 8, nil, 0x02)),
  own = declare(ProtoField.bool('tos.token.own', 'Of the server itself', 8, nil, 0x04)),
  issuer = declare(ProtoField.bytes('tos.token.issuer', 'Issuer')),
  id = declare(ProtoField.bytes('tos.token.id', 'Token id')),
  account = declare(ProtoField.bytes('tos.token.account', 'Account id')),
  server = declare(ProtoField.bytes('tos.token.server', 'Server id')),
  client_key = declare(ProtoField.bytes('tos.token.client_key', 'Client key')),
  issued = declare(ProtoField.absolute_time('tos.token.issued', 'Issued', base.UTC)),
  expires = declare(ProtoField.absolute_time('tos.token.expires', 'Expires', base.UTC)),
  name = declare(ProtoField.string('tos.token.name', 'Name', base.UNICODE)),
  signature = declare(ProtoField.bytes('tos.token.signature', 'Signature')),
  mac = declare(ProtoField.bytes('tos.token.mac', 'MAC')),
}
tos.fields = protocol_fields

local function token_tree(token, tree)
  local length = token:len()
  -- Another version, or none at all: shown as bytes alone.
  if length < 139 or token(0, 1):uint() ~= 1 then return end
  -- A server's own token ends with a MAC of 32 bytes, any other with a signature of 64.
  local is_own = floor(token(1, 1):uint() / 4) % 2 == 1
  local name_length, proof_length = token(106, 1):uint(), is_own and 32 or 64
  if length ~= 107 + name_length + proof_length then return end
  tree:add(t.version, token(0, 1))
  tree:add(t.guest, token(1, 1))
  tree:add(t.resumes, token(1, 1))
  tree:add(t.own, token(1, 1))
  tree:add(t.issuer, token(2, 8))
  tree:add(t.id, token(10, 16))
  tree:add(t.account, token(26, 16))
  tree:add(t.server, token(42, 16))
  tree:add(t.client_key, token(58, 32))
  tree:add(t.issued, token(90, 8), NSTime(token(90, 4):le_uint()))
  tree:add(t.expires, token(98, 8), NSTime(token(98, 4):le_uint()))
  if name_length > 0 then
    tree:add(t.name, token(107, name_length), token(107, name_length):string(ENC_UTF_8))
  end
  tree:add(is_own and t.mac or t.signature, token(length - proof_length, proof_length))
end

for _, packet in pairs(packets) do
  for _, field in ipairs(packet.fields) do
    if field.name == 'token' and field.type.kind == 'bytes' then field.type.inside = token_tree end
  end
end

tos.prefs.ports = Pref.range('UDP ports', '7777', 'Ports on which servers listen', 65535)
tos.prefs.key_log = Pref.string('Key log file', '', 'What a server with TOS_KEY_LOG_FILE wrote')

-- A message that lies nowhere in the datagram as a whole: joined from parts, compressed, or both.
local function made_tree(text, is_compressed, item)
  local name = 'Joined message'
  if is_compressed then
    name = 'Decompressed message'
    local size = #text > 2 and byte(text, 1) + 256 * byte(text, 2)
    text = size and size > #text and lz4_block(text:sub(3), size)
    if not text then malformed('a message that cannot be decompressed') end
  end
  local tvb = ByteArray.new(text, true):tvb(name)
  return message_tree(tvb, 0, tvb:len(), item) or 'unknown'
end

local function part_tree(opened, part, item)
  item:add(f.part, part.bytes)
  if part.count < 2 or part.index >= part.count then malformed('a fragment outside its message') end
  local text = part.bytes:raw()
  local whole = join_part(opened, part.bytes:offset(), part.sequence, part.index, part.count, text)
  return whole and made_tree(whole, part.is_compressed, item) or 'fragment'
end

local function frame_tree(opened, cursor, tree, names)
  local from = cursor.at
  local item = tree:add(f.frame, cursor.tvb(from, cursor.stop - from))
  local head = take(cursor, 1)
  local channel, is_fragment = head:uint() % 4, floor(head:uint() / 4) % 2 == 1
  local is_compressed = floor(head:uint() / 8) % 2 == 1
  item:add(f.channel, head)
  item:add(f.fragment, head)
  item:add(f.compressed, head)
  if head:uint() > 15 or ((is_fragment or is_compressed) and channel ~= 2) then
    malformed('a frame of no known kind')
  end
  local part = { is_compressed = is_compressed }
  if channel ~= 0 then
    local range = take(cursor, 2)
    part.sequence = range:le_uint()
    item:add_le(f.sequence, range)
  end
  if is_fragment then
    local range = take(cursor, 2)
    part.index, part.count = range(0, 1):uint(), range(1, 1):uint()
    item:add(f.index, range(0, 1))
    item:add(f.count, range(1, 1))
  end
  local length, range = take_varint(cursor)
  item:add(f.length, range, length)
  if length == 0 then malformed('an empty frame') end
  local body = cursor.at
  local bytes = take(cursor, length)
  item:set_len(cursor.at - from)
  if is_fragment then
    part.bytes = bytes
    names[#names + 1] = part_tree(opened, part, item)
  elseif is_compressed then
    item:add(f.part, bytes)
    names[#names + 1] = made_tree(bytes:raw(), true, item)
  else
    names[#names + 1] = message_tree(cursor.tvb, body, cursor.at, item) or 'unknown'
  end
end

local function plain_tree(opened, tree)
  local tvb = ByteArray.new(opened.plain, true):tvb('Opened packet')
  local cursor, names = cursor_on(tvb, 0, tvb:len()), {}
  local ok, problem = pcall(function()
    tree:add_le(f.latest, take(cursor, 2))
    tree:add_le(f.earlier, take(cursor, 4))
    tree:add(f.delay, take(cursor, 1))
    while cursor.at < cursor.stop do frame_tree(opened, cursor, tree, names) end
  end)
  if not ok then
    if type(problem) ~= 'table' or not problem.malformed then error(problem, 0) end
    tree:add_proto_expert_info(expert_malformed, problem.malformed)
  end
  return #names > 0 and table.concat(names, ', ') or 'acknowledgement'
end

local function is_server_port(port)
  for part in tostring(tos.prefs.ports):gmatch('[^,]+') do
    local first, last = part:match('(%d+)%-?(%d*)')
    if first and port >= tonumber(first) and port <= tonumber(last ~= '' and last or first) then return true end
  end
  return false
end

local function sealed_tree(tvb, pinfo, tree)
  local kind = tree:add(f.kind, tvb(0, 1))
  kind:add(f.phase, tvb(0, 1))
  tree:add_le(f.id, tvb(1, 4))
  tree:add_le(f.low, tvb(5, 2))
  local likely = is_server_port(pinfo.dst_port) and 'client' or 'server'
  local opened = open_packet(pinfo.number, tvb:raw(0, tvb:len()), likely)
  if not opened then
    tree:add(f.sealed, tvb(7, tvb:len() - 23))
    tree:add(f.tag, tvb(tvb:len() - 16, 16))
    tree:add_proto_expert_info(expert_no_key, 'no key of the key log opens this packet')
    pinfo.cols.info = string.format('sealed, connection %08x', tvb(1, 4):le_uint())
    return
  end
  tree:add(f.number, tvb(5, 2), opened.number):set_generated()
  tree:add(f.sender, opened.sender):set_generated()
  local names = plain_tree(opened, tree)
  pinfo.cols.info = string.format('%s %d: %s', opened.sender, opened.number, names)
end

local function is_handshake(first) return packets[first] ~= nil and packets[first].handshake == true end
local function is_sealed(first, length)
  return (first == 0x40 or first == 0x41) and length >= 30 and length <= 1200
end

function tos.dissector(tvb, pinfo, tree)
  local length = tvb:len()
  if length == 0 or tvb:reported_len() > length then return 0 end
  local first = tvb(0, 1):uint()
  if not is_handshake(first) and not is_sealed(first, length) then return 0 end
  pinfo.cols.protocol = 'TOS'
  local item = tree:add(tos, tvb())
  if is_handshake(first) then
    item:add(f.kind, tvb(0, 1))
    pinfo.cols.info = message_tree(tvb, 0, length, item) or 'unknown'
  else
    sealed_tree(tvb, pinfo, item)
  end
  return length
end

local port_table, listened = DissectorTable.get('udp.port'), nil

local function listen()
  if listened then port_table:remove(listened, tos) end
  listened = tostring(tos.prefs.ports)
  if listened ~= '' then port_table:add(listened, tos) end
end

function tos.prefs_changed()
  listen()
  forget_keys(tos.prefs.key_log)
end

-- For every capture that is opened.
function tos.init()
  forget_keys(tos.prefs.key_log)
  highest_numbers, last_pairs, opened_packets = {}, {}, {}
  waiting_parts, waiting_count = {}, 0
  reload_key_log()
end

listen()
