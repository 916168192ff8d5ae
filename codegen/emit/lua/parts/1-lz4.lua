-- One LZ4 block (no frame) of which the true size is known; nil when it does not give exactly that.

local function lz4_block(text, size)
  local out, made, at = {}, 0, 1
  local function length_of(nibble)
    if nibble < 15 then return nibble end
    repeat
      local more = byte(text, at)
      if not more then return nil end
      at = at + 1
      nibble = nibble + more
    until more < 255
    return nibble
  end
  while at <= #text do
    local token = byte(text, at)
    at = at + 1
    local literals = length_of(floor(token / 16))
    if not literals or at + literals - 1 > #text or made + literals > size then return nil end
    for i = 0, literals - 1 do out[made + 1 + i] = text:sub(at + i, at + i) end
    made, at = made + literals, at + literals
    -- The last sequence is literals alone.
    if at > #text then break end
    local low, high = byte(text, at, at + 1)
    if not high then return nil end
    local back = low + 256 * high
    at = at + 2
    local match = length_of(token % 16)
    if not match or back == 0 or back > made or made + match + 4 > size then return nil end
    for i = 1, match + 4 do out[made + i] = out[made + i - back] end
    made = made + match + 4
  end
  return made == size and table.concat(out) or nil
end
