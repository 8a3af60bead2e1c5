#!lua flags=allow-oom
--[[ Fix the result of a closed vote and erase what links ballots to seats, in one step. A second call changes nothing.
  KEYS  1 frame     hash    epoch, entries, openVote
        2 facts     stream  one entry for each decided command
        3 ballots   hash    slot -> ballot; erased
        4 voteKeys  hash    activity -> key of its slots; erased for this vote
        5 sealed    hash    activity -> sealed result
        6 origins   hash    slot -> channel and groups; erased
        7 groups    hash    what seats told of themselves; erased with the last vote
  ARGV  1 epoch   2 number of entries decided on   3 activity   4 sealed result, canonical JSON   5 entry, JSON
        6 '1' when no other vote is to come
  Returns the id of the entry written, or 'sealed' (it was already), 'open' (the vote is), 'moved' or 'damaged' ]]
local frame = redis.call('HMGET', KEYS[1], 'epoch', 'entries', 'openVote')
if frame[1] ~= ARGV[1] then return 'damaged' end
if redis.call('HEXISTS', KEYS[5], ARGV[3]) == 1 then return 'sealed' end
if frame[3] == ARGV[3] then return 'open' end
if frame[2] ~= ARGV[2] then return 'moved' end
redis.call('HSET', KEYS[5], ARGV[3], ARGV[4])
redis.call('HINCRBY', KEYS[1], 'entries', 1)
redis.call('DEL', KEYS[3], KEYS[6])
redis.call('HDEL', KEYS[1], 'seats:' .. ARGV[3], 'groups:' .. ARGV[3])
if ARGV[6] == '1' then redis.call('DEL', KEYS[7]) end
redis.call('HDEL', KEYS[4], ARGV[3])
return redis.call('XADD', KEYS[2], '*', 'entry', ARGV[5])
