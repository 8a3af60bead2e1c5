--[[ Give a seat for a ticket, and bind the ticket to it. Who has a seat already keeps it, and the ticket stays free.
  KEYS  1 frame    hash  counts the seats
        2 seats    hash  hash of a token -> seat id, ':channel' behind it where it is not the hall
        3 tickets  hash  hash of a ticket -> 'channel', 'channel:hash of a token' or 'channel:void'
  ARGV  1 epoch   2 hash of the token   3 most seats there may be   4 '1' when new seats are given   5 hash of the ticket
  Returns the seat as it is kept, or 'damaged', 'unknown', 'void', 'used', 'locked', 'full' ]]
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then return 'damaged' end
local ticket = redis.call('HGET', KEYS[3], ARGV[5])
if not ticket then return 'unknown' end
local channel, holder = string.match(ticket, '^(%a+):?(.*)$')
if holder == 'void' then return 'void' end
if holder ~= '' and holder ~= ARGV[2] then return 'used' end
local seat = redis.call('HGET', KEYS[2], ARGV[2])
if seat then return seat end
if ARGV[4] ~= '1' then return 'locked' end
if redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[3]) then return 'full' end
seat = 'p' .. redis.call('HINCRBY', KEYS[1], 'nextSeat', 1)
if channel ~= 'hall' then seat = seat .. ':' .. channel end
redis.call('HSET', KEYS[2], ARGV[2], seat)
redis.call('HSET', KEYS[3], ARGV[5], channel .. ':' .. ARGV[2])
return seat
