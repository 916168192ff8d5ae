-- ChaCha20-Poly1305 (RFC 8439) in plain Lua, because Wireshark gives its scripts none everywhere. Slow, and fast enough
-- to look at captures.

-- Lua 5.2 has bit32; from 5.3 on operators do it, which older versions could not even parse.
local bits = bit32 or load([[
  return {
    bxor = function(a, b) return (a ~ b) & 0xffffffff end,
    band = function(a, b) return a & b end,
    lrotate = function(a, n) return ((a << n) | (a >> (32 - n))) & 0xffffffff end,
  }]])()
local bxor, band, lrotate = bits.bxor, bits.band, bits.lrotate
local floor, byte, char = math.floor, string.byte, string.char
local two32 = 4294967296

local function word_at(text, at)
  local a, b, c, d = byte(text, at, at + 3)
  return a + b * 256 + c * 65536 + d * 16777216
end

local function little_endian(value, count)
  local out = {}
  for i = 1, count do
    out[i] = char(floor(value % 256))
    value = floor(value / 256)
  end
  return table.concat(out)
end

local function quarter_round(x, a, b, c, d)
  x[a] = (x[a] + x[b]) % two32
  x[d] = lrotate(bxor(x[d], x[a]), 16)
  x[c] = (x[c] + x[d]) % two32
  x[b] = lrotate(bxor(x[b], x[c]), 12)
  x[a] = (x[a] + x[b]) % two32
  x[d] = lrotate(bxor(x[d], x[a]), 8)
  x[c] = (x[c] + x[d]) % two32
  x[b] = lrotate(bxor(x[b], x[c]), 7)
end

-- The 16 words of a block of key stream. `key` is 32 bytes, `nonce` 12.
local function chacha20_block(key, nonce, counter)
  local start = { 0x61707865, 0x3320646e, 0x79622d32, 0x6b206574 }
  for i = 0, 7 do start[5 + i] = word_at(key, 1 + 4 * i) end
  start[13] = counter
  for i = 0, 2 do start[14 + i] = word_at(nonce, 1 + 4 * i) end
  local x = {}
  for i = 1, 16 do x[i] = start[i] end
  for _ = 1, 10 do
    quarter_round(x, 1, 5, 9, 13)
    quarter_round(x, 2, 6, 10, 14)
    quarter_round(x, 3, 7, 11, 15)
    quarter_round(x, 4, 8, 12, 16)
    quarter_round(x, 1, 6, 11, 16)
    quarter_round(x, 2, 7, 12, 13)
    quarter_round(x, 3, 8, 9, 14)
    quarter_round(x, 4, 5, 10, 15)
  end
  for i = 1, 16 do x[i] = (x[i] + start[i]) % two32 end
  return x
end

local function key_stream(key, nonce, counter)
  local words = chacha20_block(key, nonce, counter)
  for i = 1, 16 do words[i] = little_endian(words[i], 4) end
  return table.concat(words)
end

local function chacha20(key, nonce, text)
  local out = {}
  for from = 1, #text, 64 do
    local stream = key_stream(key, nonce, 1 + (from - 1) / 64)
    for i = from, math.min(from + 63, #text) do
      out[i] = char(bxor(byte(text, i), byte(stream, i - from + 1)))
    end
  end
  return table.concat(out)
end

-- Ten limbs of 13 bits: their products and sums stay exact in a double.
local function limbs_of(text, extra)
  local limbs, pending, pending_bits = {}, 0, 0
  for i = 1, #text do
    pending = pending + byte(text, i) * 2 ^ pending_bits
    pending_bits = pending_bits + 8
    if pending_bits >= 13 then
      limbs[#limbs + 1] = pending % 8192
      pending = floor(pending / 8192)
      pending_bits = pending_bits - 13
    end
  end
  limbs[#limbs + 1] = pending + extra * 2 ^ pending_bits
  for i = #limbs + 1, 10 do limbs[i] = 0 end
  return limbs
end

local function carry(limbs)
  for _ = 1, 2 do
    local over = 0
    for i = 1, 10 do
      local sum = limbs[i] + over
      limbs[i] = sum % 8192
      over = floor(sum / 8192)
    end
    limbs[1] = limbs[1] + over * 5
  end
end

local function poly1305(key, text)
  local clamped = {}
  for i = 1, 16 do
    local value = byte(key, i)
    if i % 4 == 0 then value = band(value, 15) end
    if i % 4 == 1 and i > 1 then value = band(value, 252) end
    clamped[i] = char(value)
  end
  local r = limbs_of(table.concat(clamped), 0)
  local h = limbs_of('', 0)
  for from = 1, #text, 16 do
    -- Fewer than 16 bytes never come: the text is padded.
    local block = limbs_of(text:sub(from, from + 15), 1)
    for i = 1, 10 do block[i] = block[i] + h[i] end
    for i = 1, 10 do
      local sum = 0
      for j = 1, i do sum = sum + block[j] * r[i - j + 1] end
      for j = i + 1, 10 do sum = sum + 5 * block[j] * r[11 + i - j] end
      h[i] = sum
    end
    carry(h)
  end
  carry(h)
  -- Below 2^130; minus 2^130 - 5 when it is not below that.
  local reduced, over = {}, 5
  for i = 1, 10 do
    local sum = h[i] + over
    reduced[i] = sum % 8192
    over = floor(sum / 8192)
  end
  if over > 0 then h = reduced end
  local tag, pending, pending_bits, limb, over_byte = {}, 0, 0, 1, 0
  for i = 1, 16 do
    while pending_bits < 8 do
      pending = pending + h[limb] * 2 ^ pending_bits
      pending_bits = pending_bits + 13
      limb = limb + 1
    end
    local sum = pending % 256 + byte(key, 16 + i) + over_byte
    tag[i] = char(floor(sum % 256))
    over_byte = floor(sum / 256)
    pending = floor(pending / 256)
    pending_bits = pending_bits - 8
  end
  return table.concat(tag)
end

local function padded(text)
  return text .. string.rep('\0', -#text % 16)
end

-- The plaintext, or nil when the tag does not prove it. `number` is the nonce: four zero bytes and a 64-bit integer.
local function open_sealed(key, number, associated, sealed)
  local nonce = '\0\0\0\0' .. little_endian(number, 8)
  local text, tag = sealed:sub(1, -17), sealed:sub(-16)
  local proof_key = key_stream(key, nonce, 0):sub(1, 32)
  local lengths = little_endian(#associated, 8) .. little_endian(#text, 8)
  if poly1305(proof_key, padded(associated) .. padded(text) .. lengths) ~= tag then return nil end
  return chacha20(key, nonce, text)
end
