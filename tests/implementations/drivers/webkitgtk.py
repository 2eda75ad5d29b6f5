"""WebKitGTK in a window nobody sees (xvfb-run), with the script that Chromium runs too."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
gi.require_version("Soup", "3.0")
from gi.repository import GLib, Gtk, Soup, WebKit2  # noqa: E402 - after the versions are chosen

from support import empty_pages  # noqa: E402

from . import task as tasks  # noqa: E402
from .task import Task  # noqa: E402

SCRIPT = Path(__file__).with_name("chromium_websocket.js").read_text(encoding="utf-8")
HOME = empty_pages.serve()
TELL = "text => window.webkit.messageHandlers.told.postMessage(text)"

ready = False


def follow(task: Task) -> None:
    """One connection."""
    function = "opened" if task.do == "exit" else "follow"
    call = (
        f"{function}({json.dumps(vars(task))}).then(seen => ({TELL})(JSON.stringify([{json.dumps(vars(task))}, seen])))"
    )
    view.run_javascript(call, None, None)


def heard(_: object, result: Any) -> None:
    """What the page tells: a task, and what its application saw."""
    values, seen = json.loads(result.get_js_value().to_string())
    task = Task(**values)
    if task.do == "exit":
        view.load_uri(HOME)
        tasks.nothing(task)
    elif "refused" in seen:
        tasks.refused_as(task, seen["refused"])
    elif not seen:
        tasks.nothing(task)
    else:
        tasks.saw(task, **seen)


def loaded(_: object, event: WebKit2.LoadEvent) -> None:
    """The page is there: the first time, the driver is up."""
    global ready
    if event != WebKit2.LoadEvent.FINISHED or ready:
        return
    ready = True
    soup = f"libsoup {Soup.get_major_version()}.{Soup.get_minor_version()}.{Soup.get_micro_version()}"
    version = f"{WebKit2.get_major_version()}.{WebKit2.get_minor_version()}.{WebKit2.get_micro_version()}"
    tasks.say(version=version, using=[soup], port=None)


def readable(stdin: Any, _: GLib.IOCondition) -> bool:
    """Start the next task; the end of input ends the program."""
    line = stdin.readline()
    if not line:
        Gtk.main_quit()
        return False
    follow(Task(**json.loads(line)))
    return True


manager = WebKit2.UserContentManager()
manager.connect("script-message-received::told", heard)
manager.register_script_message_handler("told")
collecting = "globalThis.gc ??= () => {};"  # no page can ask WebKit to collect garbage
manager.add_script(WebKit2.UserScript.new(collecting + SCRIPT, WebKit2.UserContentInjectedFrames.TOP_FRAME,
                                          WebKit2.UserScriptInjectionTime.START, None, None))  # fmt: skip
view = WebKit2.WebView(user_content_manager=manager)
view.connect("load-changed", loaded)
window = Gtk.Window()
window.add(view)
window.show_all()
view.load_uri(HOME)
stdin = open(0, "rb", buffering=0)  # noqa: SIM115 - unbuffered: the loop knows nothing of lines read ahead
GLib.io_add_watch(stdin, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, readable)
Gtk.main()
sys.exit()
