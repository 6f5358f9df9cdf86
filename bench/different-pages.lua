-- Asks for the addresses of a file in turn.
local addresses = {}
local at = 0

function init(args)
  for line in io.lines(args[1]) do
    addresses[#addresses + 1] = wrk.format("GET", line)
  end
end

function request()
  at = at % #addresses + 1
  return addresses[at]
end
