// Jetty 9, client and server, with Jetty's own WebSocket interface.

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Jetty;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.WebSocketListener;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import org.eclipse.jetty.websocket.server.WebSocketHandler;
import org.eclipse.jetty.websocket.servlet.WebSocketServletFactory;

public class JettyDriver implements WebSocketListener {
  private static final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
  private static final int OPEN_MS = 30; // closing within onWebSocketConnect fails: it is not open yet

  private final Task task;
  private String events = "";

  private JettyDriver(Task task) {
    this.task = task;
  }

  public void onWebSocketConnect(Session session) {
    session.getPolicy().setMaxTextMessageSize(Task.LIMIT);
    if (task.is("exit")) System.exit(0);
    if (task.is("close")) later.schedule(() -> close(session), OPEN_MS, TimeUnit.MILLISECONDS);
  }

  private void close(Session session) {
    try {
      if (task.code == null) session.close();
      else session.close(task.code, task.reason);
    } catch (RuntimeException error) {
      task.refused(error);
    }
  }

  public void onWebSocketText(String message) {
    if (task.is("raise")) throw new RuntimeException("app error");
  }

  public void onWebSocketBinary(byte[] payload, int offset, int length) {}

  public void onWebSocketClose(int code, String reason) {
    task.saw(code, reason, events + "onWebSocketClose");
  }

  public void onWebSocketError(Throwable error) {
    events += "onWebSocketError(" + Task.text(error) + ") ";
  }

  private static void serve() throws Exception {
    Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    server.setStopAtShutdown(true);
    server.setHandler(new WebSocketHandler() {
      public void configure(WebSocketServletFactory factory) {
        factory.getPolicy().setMaxTextMessageSize(Task.LIMIT);
        factory.setCreator((request, response) -> new JettyDriver(Task.in(request.getQueryString())));
      }
    });
    server.start();
    Task.ready(Jetty.VERSION, null, ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    server.join();
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("server")) {
      serve();
      return;
    }
    WebSocketClient client = new WebSocketClient();
    client.start();
    Task.ready(Jetty.VERSION, null, null);
    Task.doEach(task -> {
      try {
        client.connect(new JettyDriver(task), URI.create(task.url));
      } catch (Exception error) {
        task.saw(null, null, Task.text(error));
      }
    });
  }
}
