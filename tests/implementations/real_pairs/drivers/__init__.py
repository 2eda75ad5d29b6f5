"""Small programs, one per end, that connect or listen and say what their application is told.

All write JSON lines.  First `{"version": ..., "using": [...], "port": ...}`; then for each connection, named by
its `id`: `open`, `refused` (the close call refused, with its text), `error` (told of an error, which may not be
the last word) and `told` (told that it is over, with `code` where a code, or null in its place, was given).

A client reads commands from standard input: `{"id", "do": "open", "url"}`, `"close"` with `arguments`, `"send"` with a
`size`, and `"end"` when nobody listens any more.  A server finds in the path of each connection what to do when the first message comes: `wait`,
`close`, `close-later` (two seconds after it reports `asked`), `raise`, `return`, `send`; or already with the handshake: `refuse`,
`status`.
"""
