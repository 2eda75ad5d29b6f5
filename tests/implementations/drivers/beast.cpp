// Boost.Beast with its blocking interface, client and server.

#include "task.hpp"

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/version.hpp>
#include <thread>

namespace beast = boost::beast;
namespace net = boost::asio;
namespace websocket = beast::websocket;
using tcp = net::ip::tcp;
using Stream = websocket::stream<tcp::socket>;

void close(Stream& stream, const Task& task) {
  beast::error_code error;
  try {
    websocket::close_reason reason(websocket::close_code::none);
    if (task.code) reason.code = std::uint16_t(*task.code);
    if (task.reason) reason.reason = *task.reason;  // throws when it is too long
    stream.close(reason, error);
  } catch (const std::exception& thrown) {
    refused(task, std::string("std::exception: ") + thrown.what());
    return;
  }
  const auto& told = stream.reason();
  saw(task, told.code, told.reason.c_str(), "close() ec=" + error.message());
}

void follow(Stream& stream, const Task& task) {
  stream.read_message_max(LIMIT);
  if (task.action == "exit") std::_Exit(0);
  if (task.action == "close") {
    close(stream, task);
    return;
  }
  beast::error_code error;
  while (!error) {
    beast::flat_buffer buffer;
    stream.read(buffer, error);
    if (!error && task.action == "raise") throw std::runtime_error("app error");
  }
  const auto& told = stream.reason();
  const std::string category = error.category().name();
  saw(task, told.code, told.reason.c_str(), "read ec=" + category + ":" + std::to_string(error.value()) + " " + error.message());
}

void client(net::io_context& context, const Task& task) {
  try {
    const std::string place = task.url.substr(5, task.url.find('/', 5) - 5);
    const auto port = std::uint16_t(std::stoi(place.substr(place.find(':') + 1)));
    Stream stream(context);
    stream.next_layer().connect({net::ip::make_address("127.0.0.1"), port});
    stream.handshake(place, "/");
    follow(stream, task);
  } catch (const std::exception&) {
    nothing(task);
  }
}

void serve_one(tcp::socket socket) {
  try {
    beast::flat_buffer buffer;
    beast::http::request<beast::http::string_body> request;
    beast::http::read(socket, buffer, request);
    Stream stream(std::move(socket));
    stream.accept(request);
    follow(stream, Task::in(std::string(request.target())));
  } catch (const std::exception&) {
    // the application's, which ends the connection's function
  }
}

int main(int, char** arguments) {
  std::string version = BOOST_LIB_VERSION;
  std::replace(version.begin(), version.end(), '_', '.');
  net::io_context context;
  if (std::string(arguments[1]) == "server") {
    tcp::acceptor acceptor(context, {net::ip::make_address("127.0.0.1"), 0});
    ready(version, acceptor.local_endpoint().port());
    for (;;) std::thread(serve_one, acceptor.accept()).detach();
  }
  ready(version, {});
  for (std::string line; std::getline(std::cin, line);) std::thread(client, std::ref(context), Task(line)).detach();
  std::_Exit(0);
}
