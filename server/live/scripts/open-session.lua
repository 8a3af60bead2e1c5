--[[ Lay down a live session; a second call finds the first one and changes nothing.
  KEYS  1 frame       hash    epoch, entries, openVote, nextSeat
        2 definition  string  what the session is made of
  ARGV  1 epoch: a random word that a store which came back empty cannot have   2 definition, JSON
  Returns the definition that holds now ]]
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'entries', 0, 'openVote', '', 'nextSeat', 0)
  redis.call('SET', KEYS[2], ARGV[2])
end
return redis.call('GET', KEYS[2])
