# websocket-driver, the protocol below faye-websocket and Action Cable, on plain sockets, client and server.

require 'cgi'
require 'json'
require 'socket'
require 'uri'
gem 'websocket-driver'
require 'websocket/driver'

$stdout.sync = true
LIMIT = 1024

def say(what)
  puts JSON.generate(what)
end

def ready(port)
  version = Gem.loaded_specs['websocket-driver'].version.to_s
  say(version: version, using: ["Ruby #{RUBY_VERSION}"], port: port)
end

def saw(task, **app)
  say(id: task['id'], app: app.reject { |_, value| value == '' })
end

def text(error)
  "#{error.class}: #{error.message}"
end

# The connection as the driver wants it: it writes, and knows its address.
class Wire
  attr_reader :url, :socket

  def initialize(socket, url)
    @socket = socket
    @url = url
  end

  def write(data)
    @socket.write(data)
  rescue SystemCallError
    nil # the next read tells of the end
  end
end

def close(driver, task)
  given = task['arguments']
  given.key?('code') ? driver.close(given['reason'], given['code']) : driver.close(*given.values_at('reason').compact)
rescue StandardError => error
  say(id: task['id'], refused: text(error))
end

# Hears what a driver emits, and does what the task says when it is open.
def follow(driver, wire, task)
  events = []
  driver.on(:message) { raise 'app error' if task['do'] == 'raise' }
  driver.on(:error) { |event| events << "error(#{event.message})" }
  driver.on(:close) do |event|
    task['told'] = true
    saw(task, code: event.code, reason: event.reason, text: [*events, 'close'].join(' '))
    wire.socket.close_write
  rescue SystemCallError
    nil # the other end is gone
  end
  driver.on(:open) do
    close(driver, task) if task['do'] == 'close'
    exit!(0) if task['do'] == 'exit'
  end
end

# Reads until the end; what the driver does not tell, the socket does.
def read(driver, wire, task)
  driver.parse(wire.socket.readpartial(65_536)) until task['told']
rescue EOFError, SystemCallError => error
  saw(task, text: "#{error.class} from the socket") unless task['told']
rescue StandardError => error
  saw(task, text: "exception out of parse(): #{text(error)}")
ensure
  wire.socket.close
end

def client(task)
  address = URI(task['url'])
  wire = Wire.new(TCPSocket.new(address.host, address.port), task['url'])
  driver = WebSocket::Driver.client(wire, max_length: LIMIT)
  follow(driver, wire, task)
  driver.start
  read(driver, wire, task)
end

def serve_one(socket)
  wire = Wire.new(socket, 'ws://127.0.0.1/')
  driver = WebSocket::Driver.server(wire, max_length: LIMIT)
  task = nil
  driver.on(:connect) do
    task = JSON.parse(CGI.parse(driver.env['QUERY_STRING'])['task'].first)
    follow(driver, wire, task)
    driver.start
  end
  driver.parse(socket.readpartial(65_536)) until task
  read(driver, wire, task)
end

Thread.report_on_exception = false
if ARGV[0] == 'server'
  server = TCPServer.new('127.0.0.1', 0)
  ready(server.addr[1])
  loop { Thread.new(server.accept) { |socket| serve_one(socket) } }
else
  ready(nil)
  $stdin.each_line { |line| Thread.new(JSON.parse(line)) { |task| client(task) } }
end
