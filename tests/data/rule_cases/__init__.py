"""For each rule a registry that breaks it and one that just does not.

`breaks_<rule>(data)` damages the small registry and gives every place where the rule has to object, as
`file: key`.  `keeps_<rule>(data)` goes as near to breaking it as is allowed.  Modules follow `rules/`.
"""
