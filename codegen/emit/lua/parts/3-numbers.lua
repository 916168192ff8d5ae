-- From sealed packet to plaintext: whose it is, and which number it has, proved by its tag.

-- By connection id and direction: the highest number that was proved.
local highest_numbers = {}
-- By the same: the pair of keys that proved the newest one, which will mostly prove the next.
local last_pairs = {}
-- What was found out of a datagram, since Wireshark asks for it more than once; as long as the capture is open.
local opened_packets = {}
-- A capture may begin in the middle of a session. So many turns of the 16-bit number are tried, once for each key.
local turns_max = 64

local function nearest_number(low, highest)
  local expected = highest + 1
  local number = expected - expected % 65536 + low
  if number - expected > 32767 then return number - 65536 end
  if number - expected < -32768 then return number + 65536 end
  return number
end

-- { plain, number, sender }, or nil when this pair does not prove the packet with the number that is nearest.
local function open_with(pair, packet, sender)
  local name = packet.id .. sender
  local highest = highest_numbers[name] or 0
  local number = nearest_number(packet.low, highest)
  local plain = number >= 0 and open_sealed(pair.keys[sender], number, packet.header, packet.sealed)
  if not plain then return nil end
  pair.proved = true
  last_pairs[name] = pair
  highest_numbers[name] = math.max(highest, number)
  return { id = packet.id, plain = plain, number = number, sender = sender, joined = {} }
end

-- The same with whatever number: for the first packet that a pair proves, because the capture may begin late and
-- another session may have had this id before. Tried once.
local function search_with(pair, packet, sender)
  if pair.proved or pair.searched[sender] then return nil end
  pair.searched[sender] = true
  local name = packet.id .. sender
  local before = highest_numbers[name]
  for turn = 0, turns_max - 1 do
    highest_numbers[name] = turn * 65536 + packet.low
    local opened = open_with(pair, packet, sender)
    if opened then return opened end
  end
  highest_numbers[name] = before
  return nil
end

local function open_with_any(packet, likely)
  local known = key_log.pairs_by_id[packet.id] or {}
  local senders = { likely, likely == 'client' and 'server' or 'client' }
  for _, sender in ipairs(senders) do
    local last = last_pairs[packet.id .. sender]
    local opened = last and open_with(last, packet, sender)
    if opened then return opened end
  end
  for _, attempt in ipairs({ open_with, search_with }) do
    for _, pair in ipairs(known) do
      for _, sender in ipairs(senders) do
        local opened = attempt(pair, packet, sender)
        if opened then return opened end
      end
    end
  end
  return nil
end

-- { plain, number, sender }, or nil without the key. `likely` is who probably sent it.
local function open_packet(frame, datagram, likely)
  local name = frame .. ':' .. #datagram
  if opened_packets[name] == nil then
    local packet = {
      id = word_at(datagram, 2),
      low = byte(datagram, 6) + 256 * byte(datagram, 7),
      header = datagram:sub(1, 7),
      sealed = datagram:sub(8),
    }
    local opened = open_with_any(packet, likely)
    if not opened and reload_key_log() then opened = open_with_any(packet, likely) end
    opened_packets[name] = opened or false
  end
  return opened_packets[name] or nil
end

-- Parts of messages of which others are still to come, by session, direction and number of the first part.
local waiting_parts, waiting_count = {}, 0
-- Then all are forgotten: their rest was lost or never captured.
local waiting_max = 4096

-- The whole message once this part at `at` completes it, else nil. Asked again, it answers as the first time.
local function join_part(opened, at, sequence, index, count, part)
  if opened.joined[at] ~= nil then return opened.joined[at] or nil end
  local name = opened.id .. opened.sender .. (sequence - index) % 65536
  local waiting = waiting_parts[name]
  if not waiting or waiting.count ~= count then
    if waiting_count >= waiting_max then waiting_parts, waiting_count = {}, 0 end
    waiting = { count = count, have = 0 }
    waiting_parts[name] = waiting
    waiting_count = waiting_count + 1
  end
  if not waiting[index] then waiting.have = waiting.have + 1 end
  waiting[index] = part
  opened.joined[at] = false
  if waiting.have < count then return nil end
  local parts = {}
  for i = 0, count - 1 do parts[i + 1] = waiting[i] end
  waiting_parts[name] = nil
  waiting_count = waiting_count - 1
  opened.joined[at] = table.concat(parts)
  return opened.joined[at]
end
