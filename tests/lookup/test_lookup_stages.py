"""What each stage decides, by cases where nothing else would."""

from __future__ import annotations

import pytest

from lookup.asking import ask
from lookup.real import real_index, wrong_first

FIRST = [
    # a range by its numbers
    ("1000-2999", "1000-2999/"),
    ("4000 to 4999", "4000-4999/"),
    ("3xxx", "3000-3999/"),
    # a constant for a whole range, and for one number of it
    ("CloseCode::Iana", "3000-3999/"),
    ("CloseCode::Library", "4000-4999/"),
    ("CloseCode::Library(4001)", "4001/"),
    ("CloseCode::Reserved", "1000-2999/"),
    ("CloseCode::Bad(1004)", "1004/"),
    # a number printed as the character of that number
    ("Illegal status code: \u03ec", "1004/"),
    # HTTP statuses: compared, or what ended the handshake
    ("equivalent of http 413", "1009/"),
    ("equivalent of http 404", "4404/"),
    ("Handshake status 404 Not Found", "guide/handshake-and-tls/#http-status"),
    ("server rejected WebSocket connection: HTTP 403", "guide/authentication/#before-accept"),
    ("nginx websocket 426", "guide/proxies/#pass-the-upgrade"),
    # a duration, in words of any language
    ("closes after exactly 60 s", "guide/idle-timeouts/#durations"),
    ("API Gateway disconnects every 10 minutes", "guide/idle-timeouts/#durations"),
    ("WebSocket 接続が1分で切れる", "guide/idle-timeouts/#durations"),
    ("Verbindung bricht nach 60 Sekunden ab", "guide/idle-timeouts/#durations"),
    ("closed after exactly 350 seconds", "guide/idle-timeouts/#durations"),
    ("350 seconds", "guide/idle-timeouts/#durations"),
    ("2 h", "guide/idle-timeouts/#durations"),
    ("nginx 60 s", "guide/idle-timeouts/#durations"),
    # what the guides answer, at the section
    ("how long may the reason be", "guide/close-frame/#reason-limit"),
    ("how do I send a close code", "guide/choosing/#table"),
    ("must I answer a Close frame", "guide/close-frame/#rules"),
    # the number of a log text, and not those that belong to its wording
    ("The code must be either 1000, or between 3000 and 4999. 1001 is neither.", "1001/"),
    ("frame with 1006 bytes exceeds limit of 1005 bytes", "1009/"),
    # the first number of "sent ... received" is what ended it
    ("sent 4001 (private use) bad token; then received 1000 (OK)", "4001/"),
    # a service with one of its numbers, one of its bands, one of its meanings
    ("obs 4009", "4009/"),
    ("pusher 4150", "4000-4999/?n=4150"),
    ("obs studio authentication failed", "4009/"),
    # typing errors: one letter, one digit too many
    ("abnornal closure", "1006/"),
    ("polcy violation", "1008/"),
    # a constant that nobody has, by its words
    ("WEB_SOCKET_ENDPOINT_UNAVAILABLE_CLOSE_STATUS", "1001/"),
    # colours of a terminal, odd quotes, full-width digits, a pasted bracket
    ("\x1b[31mclose code\x1b[0m \x1b[1m1012\x1b[0m", "1012/"),
    ("closed with “１００８”", "1008/"),
    ("[1013]", "1013/"),
    # what one asks of a number that only services use
    ("what is code 4201", "4201/"),
]


def test_the_first_answer_is_the_right_page() -> None:
    assert wrong_first(FIRST) == {}


def test_what_no_stage_finds_is_ranked_if_the_ranking_knows_its_words() -> None:
    queries = ["zombie websocket", "css grid center", "pizza recipe", "lorem ipsum dolor sit amet"]
    known, *others = ask(real_index(), queries)["answers"]
    assert {answer["rule"] for answer in known} == {"usual"} and known[0]["path"] == "guide/idle-timeouts/"
    assert others == [[], [], []]


def test_a_letter_changed_in_its_words_changes_no_first_answer() -> None:
    pairs = [
        ("keeps reconnecting after a restart", "keeps reconecting after a restart"),
        ("disconnects when the laptop sleeps", "disconnets when the laptop sleeps"),
        ("custom status code from the browser", "custom status code from the browsre"),
        ("authentication by a token in the query string", "authentcation by a token in the query string"),
    ]
    right, slipped = (ask(real_index(), list(side))["answers"] for side in zip(*pairs, strict=True))
    assert [answers[0]["path"] for answers in slipped] == [answers[0]["path"] for answers in right]


def test_several_sound_answers_are_all_shown() -> None:
    queries = ["4004", "1005 vs 1006", "CLOSE_TOO_LARGE", "close code 10006", "-1006"]
    both, versus, constant, typo, negative = (
        [answer["path"] for answer in answers] for answers in ask(real_index(), queries)["answers"]
    )
    assert both[0] == "4004/" and sum(path.startswith("services/") for path in both) >= 3
    assert {"1005/", "1006/"} < set(versus[:3])
    assert set(constant[:2]) == {"1004/", "1009/"}
    assert {"5000-65535/?n=10006", "1006/"} < set(typo[:3])
    assert negative == ["1006/", "0-999/"]


@pytest.mark.parametrize(("number", "word"), [(22373, '"We"'), (12592, '"10"'), (65536, "two bytes"), (-5, "negative")])
def test_numbers_that_are_no_codes_get_a_word_of_sense(number: int, word: str) -> None:
    [answers] = ask(real_index(), [str(number)])["answers"]
    assert word in answers[0]["line"]
    assert str(number) in answers[0]["title"]


def test_a_service_that_is_named_speaks_for_its_number() -> None:
    [answers] = ask(real_index(), ["discord 4004"])["answers"]
    assert answers[0]["line"].startswith("Discord Gateway: Authentication failed")
    assert answers[0]["verdict"] == "reconnect: no"


def test_the_same_query_always_gives_the_same_answers() -> None:
    [first, again] = ask(real_index(), ["discord 4004 timeout", "discord 4004 timeout"])["answers"]
    assert first == again


ENDS = [
    ("chrome sees 1006, uvicorn sees 1005", "client=chromium&server=uvicorn-websockets&client-sees=1006&server-sees=1005"),
    ("uvicorn logs 1005 but chrome reports 1006", "client=chromium&server=uvicorn-websockets&client-sees=1006&server-sees=1005"),
    ("chrome and uvicorn disagree", "client=chromium&server=uvicorn-websockets"),
    ("1006 chrome nginx uvicorn", "client=chromium&proxy=nginx&server=uvicorn-websockets&client-sees=1006"),
    ("firefox, gorilla says 1006", "client=firefox&server=gorilla-websocket&server-sees=1006"),
    ("Jetty EofException, browser 1001", "server=jetty&client-sees=1001"),
    ("Java log says EofException, browser says 1001", "server=jetty&client-sees=1001"),
]  # fmt: skip


def test_two_programs_lead_to_both_ends_with_what_each_saw() -> None:
    wanted = [(query, f"both-ends/?{address}") for query, address in ENDS]
    assert wrong_first(wanted) == {}


def test_two_codes_without_programs_are_filled_in_too() -> None:
    [answers] = ask(real_index(), ["server sends 4003 but client sees 1006"])["answers"]
    assert "both-ends/?client-sees=1006&server-sees=4003" in [answer["path"] for answer in answers[:3]]


def test_ws_and_channels_are_words_before_they_are_programs() -> None:
    queries = ["difference between ws.close() and ws.terminate()", "custom WS close code with Phoenix Channels"]
    given = ask(real_index(), queries)["answers"]
    assert not [answer for answers in given for answer in answers if answer["path"].startswith("both-ends/")]


def test_a_log_text_says_which_of_its_numbers_is_a_code() -> None:
    other, code = ask(
        real_index(), ["bot prints WebSocket is not open: readyState 3 (CLOSED)", "websocket: close 4321: gone"]
    )["answers"]
    assert not [answer for answer in other if "?n=3" in answer["path"]]
    assert code[0]["path"] == "4321/" or code[0]["path"].startswith("4000-4999/?n=4321")


def test_an_address_names_no_program() -> None:
    [answers] = ask(real_index(), ["chrome fails to open ws://example.org"])["answers"]
    assert not [answer for answer in answers if answer["path"].startswith("both-ends/")]


def test_a_duration_names_the_platforms_that_have_just_this_timer() -> None:
    [few, many] = ask(real_index(), ["closed after exactly 350 seconds", "closed after exactly 60 seconds"])["answers"]
    assert "libraries/aws-nlb/#defaults" in [answer["path"] for answer in few]
    assert not [answer for answer in many if answer["rule"] == "durationOf"], "60 seconds are too common to name one"


def test_a_duration_and_a_named_platform_give_its_timer_behind_the_guide() -> None:
    [answers] = ask(real_index(), ["websocket closes after 60 seconds nginx"])["answers"]
    assert [answer["path"] for answer in answers[:2]] == ["guide/idle-timeouts/#durations", "libraries/nginx/#defaults"]
    assert answers[1]["line"].startswith("proxy_read_timeout: 60 s")
