// Tomcat, embedded, client and server, with the Jakarta WebSocket interface.

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ServerInfo;

public class TomcatDriver {
  public static class Connection extends Endpoint {
    Task task;
    private final StringBuilder events = new StringBuilder();

    public void onOpen(Session session, EndpointConfig config) {
      if (task == null) task = Task.in(session.getRequestURI().getQuery());
      session.setMaxTextMessageBufferSize(Task.LIMIT);
      session.addMessageHandler(new MessageHandler.Whole<String>() {
        public void onMessage(String message) {
          if (task.is("raise")) throw new RuntimeException("app error");
        }
      });
      if (task.is("exit")) System.exit(0);
      if (task.is("close")) close(session);
    }

    private void close(Session session) {
      try {
        if (task.code == null) session.close();
        else session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(task.code), task.reason));
      } catch (IOException | RuntimeException error) {
        task.refused(error);
      }
    }

    public void onClose(Session session, CloseReason reason) {
      task.saw(reason.getCloseCode().getCode(), reason.getReasonPhrase(), events + "onClose");
    }

    public void onError(Session session, Throwable error) {
      events.append("onError(" + Task.text(error) + ") ");
    }
  }

  public static class Start implements ServletContextListener {
    public void contextInitialized(ServletContextEvent event) {
      ServerContainer container = (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
      try {
        container.addEndpoint(ServerEndpointConfig.Builder.create(Connection.class, "/").build());
      } catch (Exception error) {
        throw new RuntimeException(error);
      }
    }
  }

  private static void serve(String version) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "none", new HttpServlet() {});
    context.addServletMappingDecoded("/", "none");
    context.addApplicationListener("org.apache.tomcat.websocket.server.WsContextListener");
    context.addApplicationListener(Start.class.getName());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        tomcat.stop();
      } catch (Exception error) {
        error.printStackTrace();
      }
    }));
    tomcat.start();
    Task.ready(version, null, tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static void client(Task task) {
    Connection connection = new Connection();
    connection.task = task;
    try {
      ContainerProvider.getWebSocketContainer().connectToServer(connection, ClientEndpointConfig.Builder.create().build(), URI.create(task.url));
    } catch (Exception error) {
      task.saw(null, null, Task.text(error));
    }
  }

  public static void main(String[] arguments) throws Exception {
    String version = ServerInfo.getServerNumber().replaceFirst("\\.0$", "");
    java.util.logging.LogManager.getLogManager().reset();
    if (arguments[0].equals("server")) serve(version);
    else {
      Task.ready(version, null, null);
      Task.doEach(TomcatDriver::client);
    }
  }
}
