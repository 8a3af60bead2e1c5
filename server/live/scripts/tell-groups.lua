--[[ Keep what a seat tells of itself, beside its ballot in the open vote too.
  KEYS  1 frame    hash  epoch, openVote
        2 groups   hash  hash of a token -> groups, JSON
        3 ballots  hash  slot -> ballot
        4 origins  hash  slot -> channel, a space, groups as JSON
  ARGV  1 epoch   2 hash of the token   3 groups, JSON   4 vote whose slot is named, or ''   5 its slot
        6 channel of the seat
  Returns 'ok' or 'damaged' ]]
local frame = redis.call('HMGET', KEYS[1], 'epoch', 'openVote')
if frame[1] ~= ARGV[1] then return 'damaged' end
if ARGV[3] == '{}' then
  redis.call('HDEL', KEYS[2], ARGV[2])
else
  redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
end
if ARGV[4] ~= '' and frame[2] == ARGV[4] and redis.call('HEXISTS', KEYS[3], ARGV[5]) == 1 then
  redis.call('HSET', KEYS[4], ARGV[5], ARGV[6] .. ' ' .. ARGV[3])
end
return 'ok'
