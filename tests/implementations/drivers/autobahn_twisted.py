"""Autobahn on Twisted, client, with its defaults."""

from __future__ import annotations

from autobahn.twisted.websocket import WebSocketClientFactory, WebSocketClientProtocol, connectWS
from twisted.internet import reactor, threads

from . import task as tasks
from .autobahn_behaviour import OPTIONS, Behaviour
from .task import Task


class Client(Behaviour, WebSocketClientProtocol):
    """One connection; the factory carries its task."""

    def onConnect(self, response: object) -> None:
        self.tried = self.factory.tried


def client(task: Task) -> None:
    """Start one connection."""
    factory = WebSocketClientFactory(task.url)
    factory.protocol, factory.tried = Client, task
    factory.setProtocolOptions(**OPTIONS)
    connectWS(factory)


def read() -> None:
    """Start the tasks as they come; the end of input ends the program."""
    for task in tasks.tasks():
        reactor.callFromThread(client, task)
    reactor.callFromThread(reactor.stop)


tasks.ready("autobahn", "Twisted")
reactor.callWhenRunning(threads.deferToThread, read)
reactor.run()
