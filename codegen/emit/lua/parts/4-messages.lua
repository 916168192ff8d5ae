-- Reading records, rows of deltas, and whole messages.

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
