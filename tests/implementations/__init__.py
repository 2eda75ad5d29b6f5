"""The harness behind `data/measured/`: what implementations do with close codes, seen from a raw socket.

`cases` says what is tried, `peer` says it on the wire, `drivers/` holds one small program per
implementation that does the application's part, `session` runs a case with both, `rows` and `writer`
turn outcomes into files, `run.py` is the command behind `make measure`.  To add an implementation,
write its driver, add it to `pairs`, and run `run.py <id> --write`.
"""
