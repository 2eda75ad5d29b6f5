"""WebSockets over HTTP/2 (RFC 8441): which servers and proxies open them, and what becomes of the codes.

`run.py` starts each server and proxy that is installed here with TLS, lets each client open a WebSocket through it, and
prints one line for each pair.  What a client does is the same everywhere: see `CASES` of `run.py`.
"""
