--[[ Give a seat to whoever holds this token; the same token is the same seat, also when joining is locked.
  KEYS  1 frame  hash  counts the seats
        2 seats  hash  hash of a token -> seat id, ':channel' behind it where it is not the hall
  ARGV  1 epoch   2 hash of the token   3 most seats there may be   4 '1' when new seats are given
        5 channel of a new seat, with its colon, or ''
  Returns the seat as it is kept, or 'damaged', 'locked', 'full' ]]
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then return 'damaged' end
local seat = redis.call('HGET', KEYS[2], ARGV[2])
if seat then return seat end
if ARGV[4] ~= '1' then return 'locked' end
if redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[3]) then return 'full' end
seat = 'p' .. redis.call('HINCRBY', KEYS[1], 'nextSeat', 1) .. ARGV[5]
redis.call('HSET', KEYS[2], ARGV[2], seat)
return seat
