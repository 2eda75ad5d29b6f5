"""The registry of WebSocket close codes: data in, pages and indexes out.

Plain Python without MkDocs.  `load` reads `data/` into a `Registry`, `rules` judge it,
`pages`, `lookup` and `exports` turn it into plain values that any site generator can write.
"""
