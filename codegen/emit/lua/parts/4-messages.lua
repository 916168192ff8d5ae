-- From the tables of the schema to fields on the screen.

local tos = Proto('tos', 'TOS game protocol')
local protocol_fields = {}
local expert_malformed = ProtoExpert.new('tos.malformed', 'Malformed', expert.group.MALFORMED, expert.severity.ERROR)
local expert_no_key = ProtoExpert.new('tos.no_key', 'No key', expert.group.UNDECODED, expert.severity.NOTE)
tos.experts = { expert_malformed, expert_no_key }

local function declare(field)
  protocol_fields[#protocol_fields + 1] = field
  return field
end

local makers_by_bytes = { ProtoField.uint8, ProtoField.uint16, ProtoField.uint24, ProtoField.uint32 }

local function member_names(enum)
  local names = {}
  for _, member in ipairs(enum.members) do names[member[2]] = member[1] end
  return names
end

-- The field that shows values of a type, under `tos.Owner.name`.
local function field_for(owner, name, type, doc)
  local filter = 'tos.' .. owner .. '.' .. name
  local kind = type.kind
  if kind == 'array' then return field_for(owner, name, type.element, doc) end
  if kind == 'integer' or kind == 'angle' then
    local maker = type.signed and ProtoField.int32 or ProtoField.uint32
    return declare(maker(filter, name, base.DEC, nil, nil, doc))
  elseif kind == 'float' or kind == 'quantized' then
    return declare(ProtoField.double(filter, name, doc))
  elseif kind == 'bool' then
    return declare(ProtoField.bool(filter, name, base.NONE, nil, nil, doc))
  elseif kind == 'enum' then
    return declare(ProtoField.uint32(filter, name, base.DEC, member_names(types[type.name]), nil, doc))
  elseif kind == 'flags' or kind == 'bits' then
    return declare(makers_by_bytes[types[type.name].bytes](filter, name, base.HEX, nil, nil, doc))
  elseif kind == 'string' then
    return declare(ProtoField.string(filter, name, base.UNICODE, doc))
  elseif kind == 'bytes' then
    return declare(ProtoField.bytes(filter, name, base.NONE, doc))
  end
  return declare(ProtoField.none(filter, name, doc))
end

local function declare_fields(owner, fields)
  for _, field in ipairs(fields) do
    field.proto = field_for(owner, field.name, field.type, field.doc)
    local kind, filter = field.type.kind, 'tos.' .. owner .. '.' .. field.name
    if kind == 'array' and field.type.capped or kind == 'delta_list' then
      field.count = declare(ProtoField.uint16(filter .. '.count', field.name .. ' count'))
    end
    if kind == 'delta_list' then
      field.place = declare(ProtoField.uint16(filter .. '.place', field.name .. ' place'))
    end
  end
end

local function declare_type(name, type)
  if type.kind == 'flags' then
    for _, flag in ipairs(type.members) do
      local filter = 'tos.' .. name .. '.' .. flag[1]
      flag.proto = declare(ProtoField.bool(filter, flag[1], type.bytes * 8, nil, 2 ^ flag[2], flag[3]))
    end
  elseif type.kind == 'struct' then
    declare_fields(name, type.fields)
  elseif type.kind == 'bits' then
    for _, field in ipairs(type.fields) do
      local filter, value = 'tos.' .. name .. '.' .. field.name, field.value
      local mask = (2 ^ field.width - 1) * 2 ^ field.offset
      if value.min or value.enum then
        local names = value.enum and member_names(types[value.enum])
        field.proto = declare(makers_by_bytes[type.bytes](filter, field.name, base.DEC, names, mask, field.doc))
      else
        field.proto = declare(ProtoField.bool(filter, field.name, type.bytes * 8, nil, mask, field.doc))
      end
    end
  elseif type.kind == 'union' then
    local names = {}
    for tag, each in pairs(type.cases) do
      names[tag] = each.name
      if each.type then each.proto = declare(ProtoField.none('tos.' .. name .. '.' .. each.name, each.name)) end
    end
    type.tag = declare(ProtoField.uint8('tos.' .. name .. '.kind', 'kind', base.DEC, names))
  elseif type.kind == 'record' then
    type.mask = declare(makers_by_bytes[type.bytes]('tos.' .. name .. '.mask', 'mask', base.HEX))
    for _, group in ipairs(type.groups) do declare_fields(name, group.fields) end
  end
end

for name, type in pairs(types) do declare_type(name, type) end
for _, packet in pairs(packets) do
  packet.proto = declare(ProtoField.none('tos.' .. packet.name, packet.name, packet.doc))
  declare_fields(packet.name, packet.fields)
end

-- Reading raises a table { malformed = why } where the standard is broken; `message_tree` shows it.
local function malformed(why) error({ malformed = why }, 0) end

-- A run of bytes that is read from its start to its end.
local function cursor_on(tvb, at, stop)
  return { tvb = tvb, at = at, stop = stop }
end

local function take(cursor, length)
  if cursor.at + length > cursor.stop then malformed('the message ends early') end
  local range = cursor.tvb(cursor.at, length)
  cursor.at = cursor.at + length
  return range
end

local function take_varint(cursor)
  local from, value, shift = cursor.at, 0, 1
  repeat
    local part = take(cursor, 1):uint()
    value = value + part % 128 * shift
    shift = shift * 128
    if part == 0 and shift > 128 then malformed('a varint is longer than needed') end
  until part < 128 or shift >= 2 ^ 35
  if value >= two32 or cursor.at - from > 5 then malformed('a varint is above 2^32 - 1') end
  return value, cursor.tvb(from, cursor.at - from)
end

local function take_length(cursor, cap)
  local length = take(cursor, cap > 255 and 2 or 1):le_uint()
  if length > cap then malformed(length .. ' is above the cap of ' .. cap) end
  return length
end

local readers = {}
-- Structs of structs end somewhere, because the schema allows no cycles.
local function read_value(cursor, type, field, tree) return readers[type.kind](cursor, type, field, tree) end

local function in_range(type, value)
  if value < type.min or value > type.max then malformed(value .. ' is outside ' .. type.min .. ' .. ' .. type.max) end
  return value
end

function readers.integer(cursor, type, field, tree)
  local value, range
  if type.encoding == 'fixed' then
    range = take(cursor, type.bytes)
    value = type.signed and range:le_int() or range:le_uint()
  else
    value, range = take_varint(cursor)
    if type.encoding == 'zigzag' then value = value % 2 == 0 and value / 2 or -(value + 1) / 2 end
  end
  tree:add(field, range, floor(in_range(type, value)))
end

function readers.angle(cursor, type, field, tree)
  local range = take(cursor, type.bytes)
  local value = range:le_uint()
  tree:add(field, range, value):append_text(string.format(' (%.1f°)', value * 360 / 256 ^ type.bytes))
end

function readers.float(cursor, type, field, tree)
  local range = take(cursor, type.bytes)
  local value = range:le_float()
  if value ~= value or value == math.huge or value == -math.huge then malformed('a number is not finite') end
  tree:add(field, range, in_range(type, value))
end

function readers.quantized(cursor, type, field, tree)
  local range = take(cursor, type.bytes)
  local steps = range:le_uint()
  if steps > type.steps then malformed(steps .. ' is more than ' .. type.steps .. ' steps') end
  tree:add(field, range, steps * type.step[1] / type.step[2] + type.min)
end

function readers.bool(cursor, _, field, tree)
  local range = take(cursor, 1)
  if range:uint() > 1 then malformed(range:uint() .. ' is no bool') end
  tree:add(field, range, range:uint() == 1)
end

readers['enum'] = function(cursor, type, field, tree)
  local enum = types[type.name]
  local range = take(cursor, enum.bytes)
  if not member_names(enum)[range:le_uint()] then malformed(range:le_uint() .. ' is no ' .. type.name) end
  tree:add(field, range, range:le_uint())
end

function readers.flags(cursor, type, field, tree)
  local flags = types[type.name]
  local range = take(cursor, flags.bytes)
  local item = tree:add_le(field, range)
  local rest = range:le_uint()
  for _, flag in ipairs(flags.members) do
    item:add_le(flag.proto, range)
    if floor(range:le_uint() / 2 ^ flag[2]) % 2 == 1 then
      rest = rest - 2 ^ flag[2]
      item:append_text(' ' .. flag[1])
    end
  end
  if rest ~= 0 then malformed('an undefined bit of ' .. type.name) end
end

-- By the first byte: how many follow, and what the second may be (Unicode 15, table 3-7).
local function utf8_shape(first)
  if first < 0x80 then return 0, 0x80, 0xbf end
  if first >= 0xc2 and first <= 0xdf then return 1, 0x80, 0xbf end
  if first >= 0xe0 and first <= 0xef then return 2, first == 0xe0 and 0xa0 or 0x80, first == 0xed and 0x9f or 0xbf end
  if first >= 0xf0 and first <= 0xf4 then return 3, first == 0xf0 and 0x90 or 0x80, first == 0xf4 and 0x8f or 0xbf end
  return nil
end

local function is_utf8(text)
  local at = 1
  while at <= #text do
    local more, least, most = utf8_shape(byte(text, at))
    if not more or at + more > #text then return false end
    for i = 1, more do
      local next_byte = byte(text, at + i)
      if next_byte < (i == 1 and least or 0x80) or next_byte > (i == 1 and most or 0xbf) then return false end
    end
    at = at + more + 1
  end
  return true
end

function readers.string(cursor, type, field, tree)
  local from = cursor.at
  local text = take(cursor, take_length(cursor, type.cap))
  if text:len() > 0 and not is_utf8(text:raw()) then malformed('a text is no UTF-8') end
  tree:add(field, cursor.tvb(from, cursor.at - from), text:len() > 0 and text:string(ENC_UTF_8) or '')
end

function readers.bytes(cursor, type, field, tree)
  local length = type.capped and take_length(cursor, type.size) or type.size
  -- An empty range cannot be shown.
  if length == 0 then return end
  local range = take(cursor, length)
  local item = tree:add(field, range)
  if type.inside then type.inside(range, item) end
end

local read_fields

function readers.struct(cursor, type, field, tree)
  local item = tree:add(field, cursor.tvb(cursor.at, cursor.stop - cursor.at))
  local from = cursor.at
  read_fields(cursor, types[type.name].fields, item)
  item:set_len(cursor.at - from)
end

function readers.bits(cursor, type, field, tree)
  local bits_type = types[type.name]
  local range = take(cursor, bits_type.bytes)
  local whole = range:le_uint()
  local rest = whole
  local item = tree:add_le(field, range)
  for _, each in ipairs(bits_type.fields) do
    local number = floor(whole / 2 ^ each.offset) % 2 ^ each.width
    rest = rest - number * 2 ^ each.offset
    item:add_le(each.proto, range)
    if each.value.min then in_range(each.value, number) end
    if each.value.enum and not member_names(types[each.value.enum])[number] then
      malformed(number .. ' is no ' .. each.value.enum)
    end
  end
  if rest ~= 0 then malformed('a bit of no field of ' .. type.name) end
end

function readers.union(cursor, type, field, tree)
  local union = types[type.name]
  local item = tree:add(field, cursor.tvb(cursor.at, cursor.stop - cursor.at))
  local from = cursor.at
  local range = take(cursor, 1)
  local case = union.cases[range:uint()]
  if not case then malformed(range:uint() .. ' is the tag of no case of ' .. type.name) end
  item:add(union.tag, range)
  if case.type and #types[case.type].fields > 0 then readers.struct(cursor, { name = case.type }, case.proto, item) end
  item:set_len(cursor.at - from)
end

function readers.record(cursor, type, field, tree)
  local record = types[type.name]
  local item = tree:add(field, cursor.tvb(cursor.at, cursor.stop - cursor.at))
  local from = cursor.at
  local range = take(cursor, record.bytes)
  local rest = range:le_uint()
  local mask_item = item:add_le(record.mask, range)
  for _, group in ipairs(record.groups) do
    if floor(range:le_uint() / 2 ^ group.bit) % 2 == 1 then
      rest = rest - 2 ^ group.bit
      mask_item:append_text(' ' .. group.name)
      read_fields(cursor, group.fields, item)
    end
  end
  if rest ~= 0 then malformed('a mask bit of no group of ' .. type.name) end
  item:set_len(cursor.at - from)
end

-- The numbers of a group as they differ from what the receiver holds, which only the two sides know; then its other fields.
local function read_differences(cursor, group, tree)
  local others = {}
  for _, field in ipairs(group.fields) do
    if field.difference then
      local code, range = take_varint(cursor)
      local steps = code % 2 == 0 and code / 2 or -(code + 1) / 2
      tree:add(range, string.format('%s: %+d from the baseline', field.name, steps))
    else
      others[#others + 1] = field
    end
  end
  read_fields(cursor, others, tree)
end

local function read_row(cursor, record, field, tree)
  local from = cursor.at
  local item = tree:add(field.proto, cursor.tvb(cursor.at, cursor.stop - cursor.at))
  local range = take(cursor, record.header)
  local rest = range:le_uint()
  local mask = floor(rest % 2 ^ #record.groups)
  local mask_item = item:add(record.mask, range, mask)
  for _, group in ipairs(record.groups) do
    if floor(mask / 2 ^ group.bit) % 2 == 1 then
      rest = rest - 2 ^ group.bit
      mask_item:append_text(' ' .. group.name)
      if group.difference and floor(range:le_uint() / 2 ^ group.difference) % 2 == 1 then
        rest = rest - 2 ^ group.difference
        read_differences(cursor, group, item)
      else
        read_fields(cursor, group.fields, item)
      end
    end
  end
  if rest ~= 0 then malformed('a header bit of no group') end
  item:set_len(cursor.at - from)
end

local function read_rows(cursor, field, tree)
  local type = field.type
  local from, last = cursor.at, -1
  local count = take_length(cursor, type.size)
  tree:add(field.count, cursor.tvb(from, cursor.at - from), count)
  for _ = 1, count do
    local range = take(cursor, type.size > 256 and 2 or 1)
    local place = range:le_uint()
    if place <= last or place >= type.size then malformed('the place ' .. place .. ' behind ' .. last) end
    last = place
    tree:add(field.place, range, place)
    read_row(cursor, types[type.name], field, tree)
  end
end

local function read_field(cursor, field, tree)
  local type = field.type
  if type.kind == 'delta_list' then return read_rows(cursor, field, tree) end
  if type.kind ~= 'array' then return read_value(cursor, type, field.proto, tree) end
  local count = type.size
  if type.capped then
    local from = cursor.at
    count = take_length(cursor, type.size)
    tree:add(field.count, cursor.tvb(from, cursor.at - from), count)
  end
  for _ = 1, count do read_value(cursor, type.element, field.proto, tree) end
end

function read_fields(cursor, fields, tree)
  local optional = 0
  for _, field in ipairs(fields) do
    if field.optional then optional = optional + 1 end
  end
  local presence, bit = {}, 0
  for _ = 1, math.ceil(optional / 8) do presence[#presence + 1] = take(cursor, 1):uint() end
  for _, field in ipairs(fields) do
    local here = true
    if field.optional then
      here = floor(presence[floor(bit / 8) + 1] / 2 ^ (bit % 8)) % 2 == 1
      bit = bit + 1
    end
    if here then read_field(cursor, field, tree) end
  end
end

-- Shows the message in [at, stop) and gives the packet's name, or nil for an unknown one.
local function message_tree(tvb, at, stop, tree)
  local packet = packets[tvb(at, 1):uint()]
  if not packet then
    tree:add_proto_expert_info(expert_malformed, 'unknown message ' .. tvb(at, 1):uint())
    return nil
  end
  local item = tree:add(packet.proto, tvb(at, stop - at))
  local cursor = cursor_on(tvb, at + 1, stop)
  local ok, problem = pcall(function()
    read_fields(cursor, packet.fields, item)
    if packet.padded then
      if stop - at ~= packet.size then malformed('the message is not padded to ' .. packet.size) end
      if cursor.tvb(cursor.at, stop - cursor.at):bytes():tohex():find('[^0]') then malformed('the padding is not zero') end
    elseif cursor.at ~= stop then
      malformed(stop - cursor.at .. ' bytes are left over')
    end
  end)
  if not ok then
    if type(problem) ~= 'table' or not problem.malformed then error(problem, 0) end
    item:add_proto_expert_info(expert_malformed, problem.malformed)
  end
  return packet.name
end
