// Go libraries, client and server: gorilla, nhooyr or xnet, as the arguments say.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"sync"
	"syscall"
	"time"

	gorilla "github.com/gorilla/websocket"
	xnet "golang.org/x/net/websocket"
	"nhooyr.io/websocket"
)

const limit = 1024

type task struct {
	Id        string
	Do        string
	Url       string
	Arguments struct {
		Code   *int
		Reason *string
	}
}

func (t task) reason() string {
	if t.Arguments.Reason == nil {
		return ""
	}
	return *t.Arguments.Reason
}

type values map[string]any

var writing sync.Mutex

func say(what values) {
	line, _ := json.Marshal(what)
	writing.Lock()
	defer writing.Unlock()
	fmt.Println(string(line))
}

func saw(t task, app values) {
	if app["reason"] == "" {
		delete(app, "reason")
	}
	say(values{"id": t.Id, "app": app})
}

func nothing(t task)               { say(values{"id": t.Id}) }
func refused(t task, reason error) { say(values{"id": t.Id, "refused": text(reason)}) }
func text(reason error) string     { return fmt.Sprintf("%T: %v", reason, reason) }

// library is what a library does with an open connection, and how one is opened.
type library struct {
	dial   func(url string) (any, error)
	follow func(t task, connection any, server bool)
	serve  func(t task, w http.ResponseWriter, r *http.Request)
}

// gorilla/websocket

func followGorilla(t task, connection any, server bool) {
	conn := connection.(*gorilla.Conn)
	conn.SetReadLimit(limit)
	if !server {
		defer conn.Close() // as the documentation shows
	}
	switch t.Do {
	case "close":
		var payload []byte
		if t.Arguments.Code != nil {
			payload = gorilla.FormatCloseMessage(*t.Arguments.Code, t.reason())
		}
		if err := conn.WriteControl(gorilla.CloseMessage, payload, time.Now().Add(time.Second)); err != nil {
			refused(t, err)
			return
		}
	case "exit":
		os.Exit(0)
	case "leave", "return":
		nothing(t)
		return
	}
	for {
		_, _, err := conn.ReadMessage()
		if err != nil {
			app := values{"text": text(err)}
			var closed *gorilla.CloseError
			if errors.As(err, &closed) {
				app["code"], app["reason"] = closed.Code, closed.Text
			}
			saw(t, app)
			if server {
				conn.Close()
			}
			return
		}
		if t.Do == "raise" {
			raise(t, server)
		}
	}
}

var upgrader = gorilla.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

func serveGorilla(t task, w http.ResponseWriter, r *http.Request) {
	if conn, err := upgrader.Upgrade(w, r, nil); err == nil {
		followGorilla(t, conn, true)
	}
}

func dialGorilla(url string) (any, error) {
	conn, _, err := gorilla.DefaultDialer.Dial(url, nil)
	return conn, err
}

// nhooyr.io/websocket

func followNhooyr(t task, connection any, server bool) {
	conn := connection.(*websocket.Conn)
	conn.SetReadLimit(limit)
	ctx := context.Background()
	switch t.Do {
	case "close":
		if err := conn.Close(websocket.StatusCode(*t.Arguments.Code), t.reason()); err != nil {
			saw(t, values{"code": int(websocket.CloseStatus(err)), "text": "Close() gave " + text(err)})
		} else {
			saw(t, values{"text": "Close() gave nil"})
		}
		return
	case "drop":
		conn, connection = nil, nil
		runtime.GC()
		time.Sleep(time.Second)
		nothing(t)
		return
	case "exit":
		os.Exit(0)
	case "return":
		nothing(t)
		return
	case "wait":
		if ping {
			reading := conn.CloseRead(ctx)
			timed, cancel := context.WithTimeout(reading, 300*time.Millisecond)
			defer cancel()
			err := conn.Ping(timed)
			saw(t, values{"text": "Ping() gave " + text(err)})
			return
		}
	}
	for {
		_, _, err := conn.Read(ctx)
		if err != nil {
			app := values{"text": text(err), "code": int(websocket.CloseStatus(err))}
			var closed websocket.CloseError
			if errors.As(err, &closed) {
				app["reason"] = closed.Reason
			}
			saw(t, app)
			return
		}
		if t.Do == "raise" {
			raise(t, server)
		}
	}
}

func serveNhooyr(t task, w http.ResponseWriter, r *http.Request) {
	options := &websocket.AcceptOptions{InsecureSkipVerify: true, CompressionMode: websocket.CompressionDisabled}
	if conn, err := websocket.Accept(w, r, options); err == nil {
		followNhooyr(t, conn, true)
	}
}

func dialNhooyr(url string) (any, error) {
	options := &websocket.DialOptions{CompressionMode: websocket.CompressionDisabled}
	conn, _, err := websocket.Dial(context.Background(), url, options)
	return conn, err
}

// golang.org/x/net/websocket, whose Close takes no code

func followXnet(t task, connection any, server bool) {
	conn := connection.(*xnet.Conn)
	conn.MaxPayloadBytes = limit
	if !server {
		defer conn.Close()
	}
	switch t.Do {
	case "close":
		if t.Arguments.Code != nil || t.Arguments.Reason != nil {
			refused(t, errors.New("no such argument: Conn.Close() takes no code or reason"))
			return
		}
		err := conn.Close()
		saw(t, values{"text": fmt.Sprintf("Close() gave %v", err)})
		return
	case "exit":
		os.Exit(0)
	case "leave", "return":
		nothing(t)
		return
	}
	for {
		var message string
		err := xnet.Message.Receive(conn, &message)
		if err == xnet.ErrFrameTooLarge {
			continue // the message was skipped; the connection goes on
		}
		if err != nil {
			saw(t, values{"text": text(err)})
			conn.Close()
			return
		}
		if t.Do == "raise" {
			raise(t, server)
		}
	}
}

func serveXnet(t task, w http.ResponseWriter, r *http.Request) {
	server := xnet.Server{Handler: func(conn *xnet.Conn) { followXnet(t, conn, true) }} // asks for no Origin
	server.ServeHTTP(w, r)
}

func dialXnet(url string) (any, error) {
	return xnet.Dial(url, "", "http://127.0.0.1/")
}

// raise panics in a server's handler, which net/http catches; a client's panic would end the program, so that its
// function for the connection ends instead.
func raise(t task, server bool) {
	nothing(t)
	if server {
		panic("app error")
	}
	runtime.Goexit()
}

var ping bool

func serve(lib library, version string, using []string) {
	handler := func(w http.ResponseWriter, r *http.Request) {
		var t task
		if json.Unmarshal([]byte(r.URL.Query().Get("task")), &t) == nil {
			lib.serve(t, w, r)
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	server := &http.Server{Handler: http.HandlerFunc(handler)}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	go server.Serve(listener)
	say(values{"version": version, "using": using, "port": listener.Addr().(*net.TCPAddr).Port})
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	server.Shutdown(ctx)
}

func work(lib library, version string, using []string) {
	say(values{"version": version, "using": using, "port": nil})
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var t task
		if json.Unmarshal(lines.Bytes(), &t) == nil {
			go func() {
				conn, err := lib.dial(t.Url)
				if err != nil {
					saw(t, values{"text": text(err)})
					return
				}
				lib.follow(t, conn, false)
			}()
		}
	}
}

// The arguments: role, library, its version, perhaps --ping.
func main() {
	libraries := map[string]library{
		"gorilla": {dialGorilla, followGorilla, serveGorilla},
		"nhooyr":  {dialNhooyr, followNhooyr, serveNhooyr},
		"xnet":    {dialXnet, followXnet, serveXnet},
	}
	role, lib, version := os.Args[1], libraries[os.Args[2]], os.Args[3]
	ping = len(os.Args) > 4
	using := []string{"Go " + runtime.Version()[2:]}
	if role == "server" {
		serve(lib, version, using)
	} else {
		work(lib, version, using)
	}
}
