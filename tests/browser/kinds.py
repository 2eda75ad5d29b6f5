"""One page of each kind, by its address below the site's root: what holds for these holds for their like."""

from __future__ import annotations

KINDS = {
    "home": "",
    "a code": "1006/",
    "a code that may be sent": "1000/",
    "a code in libraries": "1006/libraries/",
    "a private number": "4004/",
    "a range": "4000-4999/",
    "a range that is asked for one number": "4000-4999/?n=4321",
    "a service": "services/discord-gateway/",
    "services": "services/",
    "a library": "libraries/ws/",
    "libraries": "libraries/",
    "what libraries report": "libraries/events/",
    "measured": "libraries/measured/",
    "names in libraries": "libraries/names/",
    "both ends": "both-ends/?client=chromium&server=ws&event=server-killed",
    "what explains two codes": "both-ends/?client=chromium&server=ws&client-sees=1006&server-sees=1006",
    "an event": "both-ends/proxy-idle/",
    "a guide with pictures": "guide/close-frame/",
    "a guide with tables": "guide/choosing/",
    "guides": "guide/",
    "decoder": "decode/",
    "about": "about/",
    "data and API": "api/",
    "changes": "changes/",
    "offline": "offline/",
    "a number without a page": "2345/",
    "no page": "no-such-page/",
}

MISSING = {"2345/", "no-such-page/"}
"""Those that the server answers with the 404 page."""
