// WebSocket++, server.

#include "task.hpp"

#include <websocketpp/config/asio_no_tls.hpp>
#include <websocketpp/server.hpp>

using Server = websocketpp::server<websocketpp::config::asio>;
using websocketpp::connection_hdl;
using websocketpp::lib::error_code;

int main() {
  Server server;
  server.clear_access_channels(websocketpp::log::alevel::all);
  server.clear_error_channels(websocketpp::log::elevel::all);
  server.init_asio();
  server.set_max_message_size(LIMIT);
  const auto task_of = [&](connection_hdl handle) { return Task::in(server.get_con_from_hdl(handle)->get_resource()); };
  server.set_open_handler([&](connection_hdl handle) {
    const Task task = task_of(handle);
    if (task.action != "close") return;
    error_code error;
    const auto code = task.code ? websocketpp::close::status::value(*task.code) : websocketpp::close::status::no_status;
    server.close(handle, code, task.reason.value_or(""), error);
    if (error) refused(task, error.message());
  });
  server.set_message_handler([&](connection_hdl handle, Server::message_ptr) {
    if (task_of(handle).action == "raise") throw std::runtime_error("app error");
  });
  server.set_close_handler([&](connection_hdl handle) {
    const auto connection = server.get_con_from_hdl(handle);
    const std::string local = std::to_string(connection->get_local_close_code());
    saw(task_of(handle), connection->get_remote_close_code(), connection->get_remote_close_reason(),
        "close_handler local_close_code=" + local + " ec=" + connection->get_ec().message());
  });
  server.listen(websocketpp::lib::asio::ip::tcp::endpoint(websocketpp::lib::asio::ip::make_address("127.0.0.1"), 0));
  server.start_accept();
  websocketpp::lib::asio::error_code error;
  const std::string version = std::to_string(websocketpp::major_version) + "." + std::to_string(websocketpp::minor_version) + "." + std::to_string(websocketpp::patch_version);
  ready(version, server.get_local_endpoint(error).port());
  for (;;) {
    try {
      server.run();
      return 0;
    } catch (const std::exception&) {
      // of the application: run() may be called again
    }
  }
}
