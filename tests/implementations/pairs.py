"""The implementations that the harness runs, each in one role."""

from __future__ import annotations

from .pair import BUILT, Pair, built, bun, cpp, debian_python, deno, harness, java, javac, node, python

_TASK = ("exception", "scope-end", "object-deleted", "process-exit")
_SERVER = ("exception", "handler-returns", "refused", "sigterm", "sigint")

_NO_DROP = "Options: `failByDrop=False` and `echoCloseCodeReason=True`."
_EARLY_TIMER = (
    "The timer of the closing handshake can fire early, so that a few clean closes are reported as 1006"
    " (11 of 400 when this was counted)."
)
_AUTOBAHN_TIMER = (
    "The timer of the closing handshake in Autobahn can fire early, so that a few clean closes are reported as 1006."
)
_PICOWS = "Answering a Close frame is the job of the application; the reply is that of the test program."
_ANSWERS = (
    "The application answers a Close frame with `event.response()`, as the documentation shows;"
    " the reply is the application's, not the library's."
)
_UNCAUGHT = (
    "The test program catches `uncaughtException`; otherwise an exception in a handler ends the process,"
    " and the peer sees the end of TCP."
)

_ALWAYS_A_CODE = ("no-code", "no-code-reason", "no-code-empty", "no-code-normal")
_WRITE_CONTROL = "The test program closes with `WriteControl`, because `Conn.Close` sends no Close frame."
_CODES = ("same", "normal", "empty", "fin-instead-of-answer", "no-answer")
"""The cases about the answer to a Close frame with a code of the application."""

_NHOOYR = "For a code or reason that cannot be sent, `Close` sends 1011 without a reason, and returns an error."
_NHOOYR_SILENCE = "When its Close frame is not answered, `Close` returns after 5 s either the error of its deadline or nil; runs differ."
_XNET = "The test program calls `Conn.Close` when receiving ends, which sends 1000; it takes no code."
_GO_PACKAGES = (
    "golang-go",
    "golang-github-gorilla-websocket-dev",
    "golang-golang-x-net-dev",
    "golang-nhooyr-websocket-dev",
)
_GO = ("env", "GO111MODULE=off", "GOPATH=/usr/share/gocode", "go", "build", "-o", str(BUILT), "go_drivers.go")
_JDK = ("default-jdk-headless",)
_JDK_VARIES = "The reply to a refused code or a broken frame varies between 1002 or 1007 and the end of TCP without a Close frame."
_JDK_MID_FRAME = (
    "When TCP ends in the middle of a frame, runs differ: Close 1000 and 1006 for the application, an open connection,"
    " or `onError` with an `InternalError` and the end of TCP."
)
_TOMCAT_SILENCE = (
    "When its Close frame is not answered runs differ: TCP ends after 30 s, or at once, with `onError` and a"
    " `SocketTimeoutException`; `onClose` comes at once in both."
)
_TOMCAT = ("tomcat10-embed-core", "tomcat10-embed-websocket", "tomcat10-embed-el", "jakarta-annotation-api")
_TOMCAT_PACKAGES = (*_JDK, "libtomcat10-embed-java", "libjakarta-annotation-api-java")
_NETTY = tuple(
    f"netty-{part}" for part in ("codec-http", "codec", "handler", "transport", "buffer", "resolver", "common")
)
_JETTY = (
    "servlet-api",
    *(f"jetty9-{part}" for part in ("server", "client", "http", "io", "util")),
    *(f"jetty9-websocket-{part}" for part in ("api", "client", "common", "server", "servlet")),
)
_JETTY_OPEN = "The application closes 30 ms after the connection opened; closing in `onWebSocketConnect` gave 1006."
_RUBY = ("ruby", "ruby-websocket-driver")
_SIMPLE_TOO_BIG = "Runs differ in what the application is told after an oversized message: 1005 or nothing."
_FLASK_HTTP = (
    "The development server can put an HTTP status line on the open connection, before or instead of a Close frame."
)
_TOO_BIG = ("too-big", "too-big-fragmented")
_BLOCKING_SOCKET = "Measured on a blocking socket, without the server that usually surrounds the driver."
_WEBKIT = ("python3-gi", "gir1.2-gtk-3.0", "gir1.2-webkit2-4.1", "gir1.2-soup-3.0", "xvfb", "xauth")

# fmt: off
PAIRS: tuple[Pair, ...] = (
    Pair(
        id="websockets-asyncio.client", name="websockets (asyncio)", language="Python", library="websockets",
        driver=python("websockets_asyncio"), actions=("ping-timeout", *_TASK),
    ),
    Pair(
        id="websockets-asyncio.server", name="websockets (asyncio)", language="Python", library="websockets",
        driver=python("websockets_asyncio"), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="websockets-sync.client", name="websockets (threading)", language="Python", library="websockets",
        driver=python("websockets_sync"), actions=("ping-timeout", *_TASK),
    ),
    Pair(
        id="websockets-sync.server", name="websockets (threading)", language="Python", library="websockets",
        driver=python("websockets_sync"), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="aiohttp.client", name="aiohttp", language="Python", library="aiohttp",
        driver=python("aiohttp"), actions=("ping-timeout", *_TASK),
    ),
    Pair(
        id="aiohttp.server", name="aiohttp", language="Python", library="aiohttp",
        driver=python("aiohttp"), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="tornado.client", name="Tornado", language="Python", library="tornado",
        driver=python("tornado"), actions=("ping-timeout", "object-deleted", "process-exit"),
    ),
    Pair(
        id="tornado.server", name="Tornado", language="Python", library="tornado",
        driver=python("tornado"), actions=("ping-timeout", "exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="autobahn-asyncio.client", name="Autobahn (asyncio)", language="Python", library="autobahn-python",
        notes=(_EARLY_TIMER,),
        driver=python("autobahn"), actions=("ping-timeout", "exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="autobahn-asyncio.server", name="Autobahn (asyncio)", language="Python", library="autobahn-python",
        notes=(_EARLY_TIMER,),
        driver=python("autobahn"), actions=("ping-timeout", "exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="autobahn-asyncio-nodrop.client", name="Autobahn (asyncio, failByDrop off)", language="Python",
        library="autobahn-python", driver=python("autobahn"), options=("--no-drop",), notes=(_NO_DROP,),
        actions=("ping-timeout", "exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="autobahn-asyncio-nodrop.server", name="Autobahn (asyncio, failByDrop off)", language="Python",
        library="autobahn-python", driver=python("autobahn"), options=("--no-drop",), notes=(_NO_DROP,),
        actions=("ping-timeout", "exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="wsproto.client", name="wsproto", language="Python", library="wsproto",
        notes=(_ANSWERS,),
        driver=python("wsproto"),
    ),
    Pair(
        id="wsproto.server", name="wsproto", language="Python", library="wsproto",
        notes=(_ANSWERS,),
        driver=python("wsproto"), actions=("sigterm", "sigint"),
    ),
    Pair(
        id="websocket-client.client", name="websocket-client", language="Python", library="websocket-client",
        driver=python("websocket_client"), actions=("ping-timeout", "exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="uvicorn-websockets.server", name="uvicorn (websockets)", language="Python", library="uvicorn",
        driver=python("uvicorn"), options=("websockets",), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="uvicorn-websockets-sansio.server", name="uvicorn (websockets-sansio)", language="Python",
        library="uvicorn", driver=python("uvicorn"), options=("websockets-sansio",), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="uvicorn-wsproto.server", name="uvicorn (wsproto)", language="Python", library="uvicorn",
        driver=python("uvicorn"), options=("wsproto",), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="hypercorn.server", name="hypercorn", language="Python", library="hypercorn",
        driver=python("hypercorn"), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="ws.client", name="ws", language="JavaScript", library="ws",
        notes=(_UNCAUGHT,),
        driver=node("ws"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="ws.server", name="ws", language="JavaScript", library="ws",
        notes=(_UNCAUGHT,),
        driver=node("ws"), actions=("exception", "sigterm", "sigint"),
    ),
    Pair(
        id="ws-w3c.client", name="ws (browser-like interface)", language="JavaScript", library="ws",
        driver=node("ws_w3c"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="undici.client", name="undici", language="JavaScript", library="undici",
        driver=node("undici"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="node-builtin.client", name="Node.js (built in)", language="JavaScript", library="undici",
        driver=node("node_builtin"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="faye-websocket.client", name="faye-websocket", language="JavaScript", library="faye-websocket",
        notes=(_UNCAUGHT,),
        driver=node("faye"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="faye-websocket.server", name="faye-websocket", language="JavaScript", library="faye-websocket",
        notes=(_UNCAUGHT,),
        driver=node("faye"), actions=("ping-timeout", "exception", "sigterm", "sigint"),
    ),
    Pair(
        id="websocket.client", name="websocket (npm)", language="JavaScript", library="websocket-node",
        notes=(_UNCAUGHT,),
        driver=node("websocket"), actions=("exception", "process-exit"),
    ),
    Pair(
        id="websocket.server", name="websocket (npm)", language="JavaScript", library="websocket-node",
        notes=(_UNCAUGHT,),
        driver=node("websocket"), actions=("ping-timeout", "exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="websocket-w3c.client", name="websocket (npm, browser-like interface)", language="JavaScript", library="websocket-node",
        driver=node("websocket_w3c"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="chromium.client", name="Chromium", language="JavaScript", library="chromium",
        driver=harness("chromium"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="chromium-websocketstream.client", name="Chromium (WebSocketStream)", language="JavaScript",
        library="chromium", driver=harness("chromium"), options=("--stream",),
        actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="firefox.client", name="Firefox", language="JavaScript", library="firefox",
        driver=harness("firefox"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="autobahn-twisted.client", name="Autobahn (Twisted)", language="Python", library="autobahn-python",
        notes=(_EARLY_TIMER,),
        driver=python("autobahn_twisted"), actions=("ping-timeout", "exception", "process-exit"),
    ),
    Pair(
        id="daphne.server", name="Daphne", language="Python", library="daphne", notes=(_AUTOBAHN_TIMER,),
        driver=python("daphne"), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="channels.server", name="Django Channels", language="Python", library="django-channels",
        notes=(_AUTOBAHN_TIMER,),
        driver=python("daphne"), options=("channels",), actions=("ping-timeout", "exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="granian.server", name="Granian", language="Python", library="granian",
        driver=python("granian"), actions=_SERVER,
    ),
    Pair(
        id="sanic.server", name="Sanic", language="Python", library="sanic",
        driver=python("sanic"), actions=("ping-timeout", "exception", "handler-returns", "sigterm", "sigint"),
    ),
    Pair(
        id="picows.client", name="picows", language="Python", library="picows", notes=(_PICOWS,),
        driver=python("picows"), actions=("ping-timeout", "exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="picows.server", name="picows", language="Python", library="picows", notes=(_PICOWS,),
        driver=python("picows"), actions=("ping-timeout", "exception", "sigterm", "sigint"),
    ),
    Pair(
        id="simple-websocket.client", name="simple-websocket", language="Python", library="simple-websocket",
        notes=(_SIMPLE_TOO_BIG,), races=_TOO_BIG,
        driver=python("simple_websocket"), actions=("ping-timeout", "object-deleted", "process-exit"),
    ),
    Pair(
        id="flask-sock.server", name="Flask-Sock", language="Python", library="simple-websocket",
        notes=(_FLASK_HTTP, _SIMPLE_TOO_BIG), races=_TOO_BIG,
        driver=python("simple_websocket"), actions=("ping-timeout", "exception", "handler-returns", "sigterm", "sigint"),
    ),
    Pair(
        id="gevent-websocket.server", name="gevent-websocket", language="Python", library="gevent-websocket",
        driver=python("gevent_websocket"), actions=("exception", "handler-returns", "sigterm", "sigint"),
    ),
    Pair(
        id="trio-websocket.client", name="trio-websocket", language="Python", library="trio-websocket",
        notes=("After a protocol error runs differ between the end of TCP and an open connection.",),
        varies=(("receive", "wire", ("fin", "open")), ("defaults", "wire", ("fin", "open"))),
        driver=python("trio_websocket"), actions=("exception", "scope-end", "process-exit"),
    ),
    Pair(
        id="qt.client", name="Qt WebSockets", language="C++", library="qtwebsockets",
        driver=python("qt"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="deno-builtin.client", name="Deno (client)", language="JavaScript", library="deno",
        driver=deno("deno_builtin"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="deno-serve.server", name="Deno.upgradeWebSocket", language="JavaScript", library="deno-server",
        driver=deno("deno_serve"), actions=("ping-timeout", "exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="bun-builtin.client", name="Bun (client)", language="JavaScript", library="bun",
        driver=bun("bun_builtin"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="bun-serve.server", name="Bun.serve", language="JavaScript", library="bun-server",
        driver=bun("bun_serve"), actions=("exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="gorilla-websocket.client", name="gorilla/websocket", old="distribution", language="Go", library="gorilla",
        driver=built("go_drivers"), options=("gorilla",), build=_GO, packages=_GO_PACKAGES,
        versioned="golang-github-gorilla-websocket-dev", without=("no-code-reason",), notes=(_WRITE_CONTROL,),
        actions=("exception", "scope-end", "process-exit"),
    ),
    Pair(
        id="gorilla-websocket.server", name="gorilla/websocket", old="distribution", language="Go", library="gorilla",
        driver=built("go_drivers"), options=("gorilla",), build=_GO, packages=_GO_PACKAGES,
        versioned="golang-github-gorilla-websocket-dev", without=("no-code-reason",), notes=(_WRITE_CONTROL,),
        actions=("exception", "handler-returns", "sigterm", "sigint"),
    ),
    Pair(
        id="nhooyr-websocket.client", name="nhooyr.io/websocket (now coder/websocket)", old="distribution", language="Go",
        library="coder-websocket", driver=built("go_drivers"), options=("nhooyr",), build=_GO, packages=_GO_PACKAGES,
        versioned="golang-nhooyr-websocket-dev", without=_ALWAYS_A_CODE, notes=(_NHOOYR, _NHOOYR_SILENCE),
        races=("no-answer",),
        actions=("ping-timeout", "exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="nhooyr-websocket.server", name="nhooyr.io/websocket (now coder/websocket)", old="distribution", language="Go",
        library="coder-websocket", driver=built("go_drivers"), options=("nhooyr",), build=_GO, packages=_GO_PACKAGES,
        versioned="golang-nhooyr-websocket-dev", without=_ALWAYS_A_CODE, notes=(_NHOOYR, _NHOOYR_SILENCE),
        races=("no-answer",),
        actions=("exception", "handler-returns", "sigterm", "sigint"),
    ),
    Pair(
        id="go-x-net-websocket.client", name="golang.org/x/net/websocket", old="distribution", language="Go", library="x-net-websocket",
        driver=built("go_drivers"), options=("xnet",), build=_GO, packages=_GO_PACKAGES,
        versioned="golang-golang-x-net-dev", without=_CODES, notes=(_XNET,), actions=("exception", "scope-end", "process-exit"),
    ),
    Pair(
        id="go-x-net-websocket.server", name="golang.org/x/net/websocket", old="distribution", language="Go", library="x-net-websocket",
        driver=built("go_drivers"), options=("xnet",), build=_GO, packages=_GO_PACKAGES,
        versioned="golang-golang-x-net-dev", without=_CODES, notes=(_XNET,), actions=("exception", "handler-returns", "sigterm", "sigint"),
    ),
    Pair(
        id="java-jdk.client", name="java.net.http.WebSocket", old="distribution", language="Java", library="jdk-httpclient",
        driver=java("JdkClient"), build=javac("JdkClient"), packages=_JDK, without=_ALWAYS_A_CODE,
        notes=(_JDK_VARIES, _JDK_MID_FRAME),
        varies=(("receive", "wire", (1002, "fin")), ("defaults", "wire", (1002, 1007, "fin"))), races=("fin-mid-frame",),
        actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="tomcat.client", name="Tomcat", language="Java", library="tomcat",
        driver=java("TomcatDriver", *_TOMCAT), build=javac("TomcatDriver", *_TOMCAT),
        packages=_TOMCAT_PACKAGES, without=("no-code-reason",), actions=("exception", "process-exit"),
    ),
    Pair(
        id="tomcat.server", name="Tomcat", language="Java", library="tomcat",
        driver=java("TomcatDriver", *_TOMCAT), build=javac("TomcatDriver", *_TOMCAT),
        packages=_TOMCAT_PACKAGES, without=("no-code-reason",),
        actions=("exception", "sigterm", "sigint"),
        notes=(_TOMCAT_SILENCE,), races=("no-answer",),
    ),
    Pair(
        id="netty.server", name="Netty", old="distribution", language="Java", library="netty",
        driver=java("NettyServer", *_NETTY), build=javac("NettyServer", *_NETTY), packages=(*_JDK, "libnetty-java"),
        versioned="libnetty-java", without=("no-code-reason",),
        notes=("`WebSocketServerProtocolHandler` answers a Close frame itself; the application is not given the code.",),
        actions=("exception", "sigterm", "sigint"),
    ),
    Pair(
        id="jetty.client", name="Jetty", old="ended", language="Java", library="jetty",
        driver=java("JettyDriver", *_JETTY), build=javac("JettyDriver", *_JETTY),
        packages=(*_JDK, "libjetty9-java", "libjetty9-extra-java"), without=("no-code-reason",), notes=(_JETTY_OPEN,),
        actions=("exception", "process-exit"),
    ),
    Pair(
        id="jetty.server", name="Jetty", old="ended", language="Java", library="jetty",
        driver=java("JettyDriver", *_JETTY), build=javac("JettyDriver", *_JETTY),
        packages=(*_JDK, "libjetty9-java", "libjetty9-extra-java"), without=("no-code-reason",), notes=(_JETTY_OPEN,),
        actions=("exception", "sigterm", "sigint"),
    ),
    Pair(
        id="mojolicious.client", name="Mojolicious", old="distribution", language="Perl", library="mojolicious",
        driver=("perl", "drivers/mojolicious.pl"), packages=("libmojolicious-perl",), without=("no-code-reason",),
        actions=("exception", "process-exit"),
    ),
    Pair(
        id="mojolicious.server", name="Mojolicious", old="distribution", language="Perl", library="mojolicious",
        driver=("perl", "drivers/mojolicious.pl"), packages=("libmojolicious-perl",), without=("no-code-reason",),
        actions=("exception", "sigterm", "sigint"),
    ),
    Pair(
        id="ruby-websocket-driver.client", name="websocket-driver (Ruby)", old="distribution", language="Ruby", library="ruby-websocket-driver",
        driver=("ruby", "drivers/websocket_driver.rb"), packages=_RUBY, notes=(_BLOCKING_SOCKET,),
        actions=("exception", "process-exit"),
    ),
    Pair(
        id="ruby-websocket-driver.server", name="websocket-driver (Ruby)", old="distribution", language="Ruby", library="ruby-websocket-driver",
        driver=("ruby", "drivers/websocket_driver.rb"), packages=_RUBY, notes=(_BLOCKING_SOCKET,),
        actions=("exception", "sigterm", "sigint"),
    ),
    Pair(
        id="boost-beast.client", name="Boost.Beast", old="distribution", language="C++", library="boost-beast", driver=built("beast"),
        build=cpp("beast"), packages=("g++", "libboost-dev"), notes=("Measured with the blocking interface.",),
        actions=("exception", "process-exit"),
    ),
    Pair(
        id="boost-beast.server", name="Boost.Beast", old="distribution", language="C++", library="boost-beast", driver=built("beast"),
        build=cpp("beast"), packages=("g++", "libboost-dev"), notes=("Measured with the blocking interface.",),
        actions=("exception", "sigterm", "sigint"),
    ),
    Pair(
        id="websocketpp.server", name="WebSocket++", old="distribution", language="C++", library="websocketpp", driver=built("websocketpp"),
        build=cpp("websocketpp"), packages=("g++", "libboost-dev", "libwebsocketpp-dev"), without=("no-code-reason",),
        notes=("Measured with the plain interface of the endpoint.",), actions=("exception", "sigterm", "sigint"),
    ),
    Pair(
        id="libsoup.client", name="libsoup", old="distribution", language="C", library="libsoup", driver=debian_python("libsoup"),
        packages=("python3-gi", "gir1.2-soup-3.0"), actions=("ping-timeout", "exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="webkitgtk.client", name="WebKitGTK", language="JavaScript", library="webkitgtk",
        driver=("xvfb-run", "-a", *debian_python("webkitgtk")), packages=_WEBKIT,
        actions=("exception", "object-deleted", "process-exit"),
    ),
)
# fmt: on
