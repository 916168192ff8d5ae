-- Reading one value of each kind. It raises a table { malformed = why } where the standard is broken; `message_tree`
-- shows it.

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
