--[[ Take a ticket from its seat, which goes with it, and let it be used anew or by nobody. A ballot in an open vote cannot
  be told apart from the others and would be counted twice: a used ticket waits until that vote is closed.
  KEYS  1 frame    hash  epoch, openVote
        2 seats    hash  hash of a token -> seat
        3 tickets  hash  hash of a ticket -> 'channel', 'channel:hash of a token' or 'channel:void'
        4 groups   hash  hash of a token -> groups
  ARGV  1 epoch   2 hash of the ticket   3 'void' or ''
  Returns 'ok', 'damaged', 'unknown' or 'open' ]]
local frame = redis.call('HMGET', KEYS[1], 'epoch', 'openVote')
if frame[1] ~= ARGV[1] then return 'damaged' end
local ticket = redis.call('HGET', KEYS[3], ARGV[2])
if not ticket then return 'unknown' end
local channel, holder = string.match(ticket, '^(%a+):?(.*)$')
if holder ~= '' and holder ~= 'void' then
  if frame[2] ~= '' then return 'open' end
  redis.call('HDEL', KEYS[2], holder)
  redis.call('HDEL', KEYS[4], holder)
end
if ARGV[3] == 'void' then channel = channel .. ':void' end
redis.call('HSET', KEYS[3], ARGV[2], channel)
return 'ok'
