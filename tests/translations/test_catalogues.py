"""Every word of the program is said in every language, with the same things in it."""

import gettext
import re
from functools import partial

import pytest
from babel.messages.catalog import Message

from okrtui.i18n import Code, Domain
from tests.translations.catalogues import CATALOGUES, OTHERS, extracted, place, read, texts

HINT = "run: python -m tests.translations, and write what is missing"
NAMES = re.compile(r"\{(\w+)\}")
LOOSE = re.compile(r"[\w)}»%] [:;?!»]|« ")
"""A French mark, or the inside of a quotation, behind a blank at which a line may break."""
PARTICLE = re.compile(r"\{\w+\}[\"']?(?:을|를|은|는|이|가|과|와|으로|로)(?![가-힣])|[(](?:을|를|은|는|이|가|으)[)]")
"""A Korean particle whose form follows from the last sound of the word before it, which is not known."""
KNOWN_SOUND = re.compile(r"\{(?:month|day)\}(?:은|로)")
"""Behind a month, 월, and a day, 일, it is."""
LONG = 15
"""Letters of words that two languages hardly share by chance."""
COUNTS = {"n", "count"}
"""What a form for none, one or two may say in a word."""


each = pytest.mark.parametrize(("code", "domain"), CATALOGUES)


def key(message: Message) -> tuple[str | None, str]:
    """A message by its context and its English words."""
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


@each
def test_every_message_has_its_words_and_no_other_is_left(code: Code, domain: Domain) -> None:
    said = {key(message): texts(message) for message in read(code, domain) if message.id}
    wanted = {key(message) for message in extracted(domain) if message.id}
    assert wanted - said.keys() == set(), HINT
    assert said.keys() - wanted == set(), HINT
    assert [words for words, forms in said.items() if not all(forms)] == []


@each
def test_what_is_put_into_a_message_is_in_its_translation_too(code: Code, domain: Domain) -> None:
    catalogue = read(code, domain)
    for message in catalogue:
        if not message.id:
            continue
        forms = texts(message)
        if isinstance(message.id, str):
            assert sorted(NAMES.findall(forms[0])) == sorted(NAMES.findall(message.id)), message.id
            continue
        names = set(NAMES.findall(message.id[1]))
        assert len(forms) == catalogue.num_plurals, message.id
        for form in forms:
            assert names - COUNTS <= set(NAMES.findall(form)) <= names, (message.id, form)


@each
def test_what_the_program_reads_is_what_was_written(code: Code, domain: Domain) -> None:
    with place(code, domain).with_suffix(".mo").open("rb") as file:
        spoken = gettext.GNUTranslations(file)
    for message in read(code, domain):
        if message.id and isinstance(message.id, str):
            found = spoken.pgettext(message.context, message.id) if message.context else spoken.gettext(message.id)
            assert found == texts(message)[0], HINT
        elif message.id:
            one, many = message.id
            said_of = partial(spoken.npgettext, message.context) if message.context else spoken.ngettext
            forms = {said_of(one, many, n) for n in range(120)}
            assert forms == set(texts(message)), HINT


def test_no_message_is_both_one_text_and_a_pair_of_forms() -> None:
    single = {key(message) for message in extracted("okrtui") if message.id and isinstance(message.id, str)}
    pairs = {key(message) for message in extracted("okrtui") if message.id and not isinstance(message.id, str)}
    assert not single & pairs, "gettext finds only one of them"


def test_no_language_got_the_words_of_another() -> None:
    first: dict[str, Code] = {}
    for code in OTHERS:
        for message in read(code, "okrtui"):
            words = NAMES.sub("", texts(message)[0])
            if message.id and sum(map(str.isalpha, words)) > LONG and " " in words.strip():
                assert first.setdefault(words, code) == code, (words, first[words])


@pytest.mark.parametrize("domain", ["okrtui", "examples"])
def test_no_french_line_begins_with_a_mark(domain: Domain) -> None:
    said = [text for message in read("fr", domain) if message.id for text in texts(message)]
    assert [text for text in said if LOOSE.search(text)] == []


def test_no_korean_particle_hangs_on_a_word_that_may_end_either_way() -> None:
    said = [text for message in read("ko", "okrtui") if message.id for text in texts(message)]
    assert [text for text in said if PARTICLE.search(KNOWN_SOUND.sub("", text))] == []
