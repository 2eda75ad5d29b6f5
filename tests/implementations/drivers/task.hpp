// What C++ drivers share: reading tasks and reporting.  The protocol is that of drivers/__init__.py.
#pragma once

#include <cstdio>
#include <iostream>
#include <mutex>
#include <optional>
#include <regex>
#include <string>

constexpr std::size_t LIMIT = 1024;

/// A character as UTF-8; the texts of tasks have none beyond the basic plane.
inline std::string utf8(unsigned code) {
  if (code < 0x80) return {char(code)};
  if (code < 0x800) return {char(0xC0 | code >> 6), char(0x80 | (code & 0x3F))};
  return {char(0xE0 | code >> 12), char(0x80 | (code >> 6 & 0x3F)), char(0x80 | (code & 0x3F))};
}

/// The text of a key in flat JSON whose texts are ASCII with escapes.
inline std::optional<std::string> text_in(const std::string& json, const std::string& key) {
  std::smatch found;
  if (!std::regex_search(json, found, std::regex("\"" + key + "\": \"((?:[^\"\\\\]|\\\\.)*)\""))) return {};
  std::string raw = found[1], text;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\') text += raw[i];
    else if (raw[++i] != 'u') text += raw[i];
    else {
      text += utf8(std::stoul(raw.substr(i + 1, 4), nullptr, 16));
      i += 4;
    }
  }
  return text;
}

/// What is quoted in a URL, as it was.
inline std::string unquoted(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') plain += text[i];
    else {
      plain += char(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    }
  }
  return plain;
}

struct Task {
  std::string id, action, url;
  std::optional<long> code;
  std::optional<std::string> reason;

  explicit Task(const std::string& json) {
    id = text_in(json, "id").value_or("");
    action = text_in(json, "do").value_or("");
    url = text_in(json, "url").value_or("");
    reason = text_in(json, "reason");
    std::smatch found;
    if (std::regex_search(json, found, std::regex("\"code\": (-?[0-9]+)"))) code = std::stol(found[1]);
  }

  /// The task in the target of a server's connection.
  static Task in(const std::string& target) { return Task(unquoted(target.substr(target.find("task=") + 5))); }
};

inline std::string quoted(const std::string& value) {
  std::string text = "\"";
  for (unsigned char c : value) {
    char shown[8];
    if (c == '"' || c == '\\') text += {'\\', char(c)};
    else if (c < 32 || c == 127) {
      std::snprintf(shown, sizeof shown, "\\u%04x", c);
      text += shown;
    } else text += char(c);
  }
  return text + '"';
}

inline void say(const std::string& line) {
  static std::mutex writing;
  std::lock_guard<std::mutex> lock(writing);
  std::cout << line << std::endl;
}

inline void ready(const std::string& version, std::optional<int> port) {
  say("{\"version\":" + quoted(version) + ",\"using\":[],\"port\":" + (port ? std::to_string(*port) : "null") + "}");
}

inline void saw(const Task& task, int code, const std::string& reason, const std::string& text) {
  const std::string shown = reason.empty() ? "" : ",\"reason\":" + quoted(reason);
  say("{\"id\":" + quoted(task.id) + ",\"app\":{\"code\":" + std::to_string(code) + shown + ",\"text\":" + quoted(text) + "}}");
}

inline void refused(const Task& task, const std::string& words) {
  say("{\"id\":" + quoted(task.id) + ",\"refused\":" + quoted(words) + "}");
}

inline void nothing(const Task& task) { say("{\"id\":" + quoted(task.id) + "}"); }
