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
