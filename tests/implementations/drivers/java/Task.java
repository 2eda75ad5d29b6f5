// What Java drivers share: reading tasks and reporting.  The protocol is that of drivers/__init__.py.

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class Task {
  static final int LIMIT = 1024;

  final String id, action, url, reason;
  final Integer code;

  Task(String json) {
    id = text(json, "id");
    action = text(json, "do");
    url = text(json, "url");
    reason = text(json, "reason");
    Matcher number = Pattern.compile("\"code\": (-?\\d+)").matcher(json);
    code = number.find() ? Integer.valueOf(number.group(1)) : null;
  }

  /** The task in the query of a server's connection. */
  static Task in(String query) {
    return new Task(URLDecoder.decode(query.substring(query.indexOf("task=") + 5), StandardCharsets.UTF_8));
  }

  boolean is(String what) {
    return action.equals(what);
  }

  /** Does the tasks of a client driver as they come in, each in a thread of its own. */
  static void doEach(Consumer<Task> client) throws Exception {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = lines.readLine()) != null; ) {
      Task task = new Task(line);
      Thread thread = new Thread(() -> client.accept(task));
      thread.setDaemon(true);
      thread.start();
    }
    System.exit(0);
  }

  static void ready(String version, String using, Integer port) {
    say("{\"version\":" + quoted(version) + ",\"using\":[" + (using == null ? "" : quoted(using)) + "],\"port\":" + port + "}");
  }

  void saw(Integer code, String reason, String text) {
    Map<String, String> app = new LinkedHashMap<>();
    if (code != null) app.put("code", code.toString());
    if (reason != null && !reason.isEmpty()) app.put("reason", quoted(reason));
    if (!text.isEmpty()) app.put("text", quoted(text));
    StringBuilder inner = new StringBuilder();
    app.forEach((key, value) -> inner.append(inner.length() > 0 ? "," : "").append('"').append(key).append("\":").append(value));
    say("{\"id\":" + quoted(id) + ",\"app\":{" + inner + "}}");
  }

  void refused(Throwable error) {
    say("{\"id\":" + quoted(id) + ",\"refused\":" + quoted(text(error)) + "}");
  }

  void nothing() {
    say("{\"id\":" + quoted(id) + "}");
  }

  /** An error with its cause, as logs show it. */
  static String text(Throwable error) {
    Throwable shown = error instanceof java.util.concurrent.ExecutionException && error.getCause() != null ? error.getCause() : error;
    String cause = shown.getCause() == null ? "" : " <- " + shown.getCause();
    return shown.getClass().getName() + ": " + shown.getMessage() + cause;
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** The value of a key in a flat part of JSON whose texts are ASCII with escapes; null when it is not there. */
  private static String text(String json, String key) {
    Matcher found = Pattern.compile("\"" + key + "\": \"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
    if (!found.find()) return null;
    Matcher escape = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))").matcher(found.group(1));
    return escape.replaceAll(
        one -> Matcher.quoteReplacement(one.group(1) == null ? one.group(2) : String.valueOf((char) Integer.parseInt(one.group(1), 16))));
  }

  private static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') text.append('\\').append(c);
      else if (c < 32 || c > 126) text.append(String.format("\\u%04x", (int) c));
      else text.append(c);
    }
    return text.append('"').toString();
  }
}
