"""The harness behind `data/pairs/`: real clients against real servers, directly and through proxies.

`ends` names clients and servers, `drivers/` holds one small program for each, `program` runs it; `events` says what
happens and where it applies, with `relay` where something goes wrong between the two and `proxies` between them.
`run` runs one cell once, `runner` many of them often enough, with programs from `pool`; `folding` and `store` make
files of outcomes, and `measure` is the command behind `make measure`.  To add a client or server, write its driver
and name it in `ends`.
"""
