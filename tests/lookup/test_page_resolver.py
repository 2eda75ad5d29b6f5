"""A page makes one resolver, however often the lookup is woken: by `?q=`, by a click, by typing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from lookup.real import real_index

SCRIPTS = Path(__file__).resolve().parents[2] / "docs" / "scripts"

# How often the texts of the index are read, which a resolver does when it is made: once by itself, then by the page.
COUNTING = """
const index = JSON.parse(require("fs").readFileSync(0, "utf8"));
let reads = 0;
const counted = new Proxy(index, { get: (all, key) => ((reads += key === "texts"), all[key]) });
globalThis.document = { body: { dataset: { base: "." } } };
globalThis.fetch = async () => ({ ok: true, json: async () => counted });
(async () => {
  const { createResolver } = await import("SCRIPTS/lookup/resolver.js");
  const { loadResolver } = await import("SCRIPTS/lookup-box/page-resolver.js");
  createResolver(counted);
  const alone = reads;
  const made = await Promise.all([loadResolver(), loadResolver()]);
  made.push(await loadResolver());
  console.log(JSON.stringify({ alone, page: reads - alone, resolvers: new Set(made).size }));
})();
"""


def test_a_page_makes_one_resolver() -> None:
    code = COUNTING.replace("SCRIPTS", SCRIPTS.as_uri())
    done = subprocess.run(
        ["node", "-e", code], input=json.dumps(real_index()), capture_output=True, text=True, check=True, timeout=60
    )
    found = json.loads(done.stdout)
    assert found["alone"] > 0
    assert found == {"alone": found["alone"], "page": found["alone"], "resolvers": 1}


def test_nothing_else_of_a_page_makes_one() -> None:
    makers = {path.name for path in SCRIPTS.rglob("*.js") if "createResolver(" in path.read_text("utf-8")}
    assert makers == {"resolver.js", "page-resolver.js"}
