// java.net.http.WebSocket, client.

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

class JdkClient implements WebSocket.Listener {
  private static final HttpClient http = HttpClient.newHttpClient();
  private final Task task;

  private JdkClient(Task task) {
    this.task = task;
  }

  public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
    if (task.is("raise")) throw new RuntimeException("app error");
    ws.request(1);
    return null;
  }

  public CompletionStage<?> onClose(WebSocket ws, int code, String reason) {
    task.saw(code, reason, "onClose");
    return null;
  }

  public void onError(WebSocket ws, Throwable error) {
    task.saw(null, null, "onError " + Task.text(error));
  }

  private static void client(Task task) {
    try {
      WebSocket.Listener listener = task.is("drop") ? new WebSocket.Listener() {} : new JdkClient(task);
      WebSocket ws = http.newWebSocketBuilder().buildAsync(URI.create(task.url), listener).get(5, TimeUnit.SECONDS);
      if (task.is("exit")) System.exit(0);
      if (task.is("drop")) {
        ws = null;
        System.gc();
        Thread.sleep(1000);
        task.nothing();
      }
      if (task.is("close")) close(ws, task);
    } catch (Exception error) {
      task.saw(null, null, Task.text(error));
    }
  }

  private static void close(WebSocket ws, Task task) {
    try {
      ws.sendClose(task.code, task.reason == null ? "" : task.reason).get(3, TimeUnit.SECONDS);
    } catch (Exception error) {
      task.refused(error);
      ws.abort();
    }
  }

  public static void main(String[] arguments) throws Exception {
    Task.ready(System.getProperty("java.version"), null, null);
    Task.doEach(JdkClient::client);
  }
}
