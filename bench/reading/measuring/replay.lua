-- Sends the requests of a file, a path a line, over and over, and prints what came of it as a line of JSON.

local ticks_per_second = 100
local requests = {}
local sent = 0

function init(arguments)
  for path in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request()
  sent = sent % #requests + 1
  return requests[sent]
end

-- Fields 14 and 15 of Linux: time in user and in kernel mode. The name of the process, the second field, has no space.
local function processor_seconds()
  local fields = {}
  for field in io.open("/proc/self/stat"):read("*l"):gmatch("%S+") do
    fields[#fields + 1] = field
  end
  return (tonumber(fields[14]) + tonumber(fields[15])) / ticks_per_second
end

function done(summary, latency)
  local errors = summary.errors
  local result = '{"answers":%d,"seconds":%.6f,"p50Ms":%.3f,"p99Ms":%.3f,"processorSeconds":%.2f,'
    .. '"failures":{"status":%d,"connect":%d,"read":%d,"write":%d,"timeout":%d}}\n'
  io.write("\n" .. result:format(
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    processor_seconds(),
    errors.status, errors.connect, errors.read, errors.write, errors.timeout
  ))
end
