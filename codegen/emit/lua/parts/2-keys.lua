-- The key log (SESSION.md, appendix): pairs of keys by connection id, the newest first.

local key_log = { path = '', size = -1, pairs_by_id = {} }
-- A connection id may come back; older pairs than these are forgotten.
local pairs_per_id_max = 64

local function bytes_of_hex(text)
  return (text:gsub('%x%x', function(pair) return char(tonumber(pair, 16)) end))
end

-- Reads the file when it has changed since; gives whether it did. What is known keeps its packet numbers.
local function reload_key_log()
  local file = key_log.path ~= '' and io.open(key_log.path, 'r')
  if not file then return false end
  local size = file:seek('end')
  if size == key_log.size then
    file:close()
    return false
  end
  key_log.size = size
  file:seek('set')
  for line in file:lines() do
    local id, client_key, server_key = line:match('^TOS_SESSION_KEYS (%x+) (%x+) (%x+)%s*$')
    if id and #id == 8 and #client_key == 64 and #server_key == 64 then
      id = tonumber(id, 16)
      local known = key_log.pairs_by_id[id] or {}
      key_log.pairs_by_id[id] = known
      local text = client_key .. server_key
      local found = false
      for _, pair in ipairs(known) do found = found or pair.text == text end
      if not found then
        local keys = { client = bytes_of_hex(client_key), server = bytes_of_hex(server_key) }
        table.insert(known, 1, { text = text, keys = keys, searched = {} })
        known[pairs_per_id_max + 1] = nil
      end
    end
  end
  file:close()
  return true
end

local function forget_keys(path)
  key_log.path, key_log.size, key_log.pairs_by_id = path, -1, {}
end
