--[[ Store one ballot, if its vote is open and nothing newer is stored. It may be replaced until the vote is closed.
  KEYS  1 frame    hash  epoch, openVote
        2 ballots  hash  slot -> 'revision:digest:command id:ballot'
        3 seats    hash  hash of a token -> seat id, ':channel' behind it where it is not the hall
        4 groups   hash  hash of a token -> what its seat told of itself, JSON
        5 origins  hash  slot -> channel, a space, groups as JSON
  ARGV  1 epoch   2 activity   3 slot   4 revision, counted by the device   5 digest of the ballot
        6 command id   7 ballot, JSON   8 hash of the seat's token
  Returns 'ok', 'closed', 'damaged', 'stale', 'conflict' or 'unknown' (the seat is gone), and what is stored ('' when nothing is) ]]
local frame = redis.call('HMGET', KEYS[1], 'epoch', 'openVote')
if frame[1] ~= ARGV[1] then return { 'damaged', '' } end
local stored = redis.call('HGET', KEYS[2], ARGV[3])
if stored then
  local revision, digest = string.match(stored, '^(%d+):(%x+):')
  if revision == ARGV[4] and digest == ARGV[5] then return { 'ok', stored } end
  if frame[2] ~= ARGV[2] then return { 'closed', stored } end
  if tonumber(revision) > tonumber(ARGV[4]) then return { 'stale', stored } end
  if revision == ARGV[4] then return { 'conflict', stored } end
elseif frame[2] ~= ARGV[2] then
  return { 'closed', '' }
end
local seat = redis.call('HGET', KEYS[3], ARGV[8])
if not seat then return { 'unknown', '' } end
stored = table.concat({ ARGV[4], ARGV[5], ARGV[6], ARGV[7] }, ':')
redis.call('HSET', KEYS[2], ARGV[3], stored)
local channel = string.match(seat, ':(%a+)$') or 'hall'
redis.call('HSET', KEYS[5], ARGV[3], channel .. ' ' .. (redis.call('HGET', KEYS[4], ARGV[8]) or '{}'))
return { 'ok', stored }
