// Netty's WebSocketServerProtocolHandler.

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.net.InetSocketAddress;

class NettyServer extends SimpleChannelInboundHandler<WebSocketFrame> {
  private Task task;
  private String events = "";

  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (!(event instanceof HandshakeComplete)) return;
    task = Task.in(((HandshakeComplete) event).requestUri());
    if (task.is("close")) close(context);
  }

  private void close(ChannelHandlerContext context) {
    try {
      CloseWebSocketFrame frame = task.code == null ? new CloseWebSocketFrame() : new CloseWebSocketFrame(task.code, task.reason);
      context.writeAndFlush(frame).addListener(written -> {
        if (!written.isSuccess()) refuse(context, written.cause());
      });
    } catch (RuntimeException error) {
      refuse(context, error);
    }
  }

  private void refuse(ChannelHandlerContext context, Throwable error) {
    task.refused(error);
    context.close();
  }

  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (task.is("raise")) throw new RuntimeException("app error");
  }

  public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
    events += "exceptionCaught(" + Task.text(error) + ") ";
  }

  public void channelInactive(ChannelHandlerContext context) {
    if (task != null) task.saw(null, null, events + "channelInactive");
  }

  public static void main(String[] arguments) throws Exception {
    ServerBootstrap bootstrap = new ServerBootstrap().group(new NioEventLoopGroup()).channel(NioServerSocketChannel.class);
    bootstrap.childHandler(new ChannelInitializer<SocketChannel>() {
      protected void initChannel(SocketChannel channel) {
        channel.pipeline().addLast(
            new HttpServerCodec(), new HttpObjectAggregator(65536),
            new WebSocketServerProtocolHandler("/", null, false, Task.LIMIT, false, true), new NettyServer());
      }
    });
    var channel = bootstrap.bind("127.0.0.1", 0).sync().channel();
    Task.ready(arguments[1] + ".Final", null, ((InetSocketAddress) channel.localAddress()).getPort());
    channel.closeFuture().sync();
  }
}
