--[[ Write what was decided, if the stream still ends where it ended when it was decided.
  KEYS  1 frame     hash    epoch, entries, openVote
        2 facts     stream  one entry for each decided command
        3 seats     hash    counted when a vote is closed
        4 voteKeys  hash    activity -> key of its slots
        5 groups    hash    counted when a vote is closed
  ARGV  1 epoch   2 number of entries decided on   3 vote opened, or ''   4 its key   5 vote closed, or ''
        6… entries, JSON
  Returns the id of the last entry written, or 'moved' (another node was first) or 'damaged' ]]
local frame = redis.call('HMGET', KEYS[1], 'epoch', 'entries')
if frame[1] ~= ARGV[1] then return 'damaged' end
if frame[2] ~= ARGV[2] then return 'moved' end
if ARGV[5] ~= '' then
  local channels, groups = {}, {}
  for _, seat in ipairs(redis.call('HVALS', KEYS[3])) do
    local channel = string.match(seat, ':(%a+)$') or 'hall'
    channels[channel] = (channels[channel] or 0) + 1
  end
  for _, told in ipairs(redis.call('HVALS', KEYS[5])) do groups[told] = (groups[told] or 0) + 1 end
  redis.call('HSET', KEYS[1], 'openVote', '', 'checkIns:' .. ARGV[5], redis.call('HLEN', KEYS[3]),
    'seats:' .. ARGV[5], cjson.encode(channels), 'groups:' .. ARGV[5], cjson.encode(groups))
end
if ARGV[3] ~= '' then
  redis.call('HSET', KEYS[1], 'openVote', ARGV[3])
  redis.call('HSET', KEYS[4], ARGV[3], ARGV[4])
end
redis.call('HINCRBY', KEYS[1], 'entries', #ARGV - 5)
local last
for i = 6, #ARGV do last = redis.call('XADD', KEYS[2], '*', 'entry', ARGV[i]) end
return last
