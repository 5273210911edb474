"""The HTML update as a browser shows it: whole, quiet, readable, on a phone and on a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from okrtui.examples import EXAMPLE_DAY
from okrtui.model.plan import Plan
from tests.report.updates import ARABIC, HOSTILE, everywhere, example, made
from tests.support.browser import Page, chromium, in_browser

PLANS: dict[str, Plan] = {
    "example": example(),
    "hostile": everywhere(HOSTILE),
    "arabic": everywhere(ARABIC, language="ar"),
}

LOOKS = (("example", 390, False), ("example", 1280, True), ("hostile", 390, True), ("arabic", 1280, False))

CONTRASTS = """(() => {
  const light = (text) => {
    const [r, g, b] = text.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  let least = 99, where = "";
  for (const node of document.body.querySelectorAll("*")) {
    if (![...node.childNodes].some((part) => part.nodeType === 3 && part.data.trim())) continue;
    const style = getComputedStyle(node);
    const pair = [light(node.tagName === "text" ? style.fill : style.color), light(ground(node))].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < least) [least, where] = [ratio, node.outerHTML.slice(0, 120)];
  }
  return [least, where];
})()"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    program = chromium()
    if program is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with in_browser(program, tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for name, plan in PLANS.items():
        found[name] = tmp_path_factory.mktemp("pages") / f"{name}.html"
        found[name].write_text(made(plan, "html", EXAMPLE_DAY), encoding="utf-8")
    return found


def test_it_fits_says_nothing_to_the_console_asks_for_nothing_and_can_be_read(
    page: Page, files: dict[str, Path]
) -> None:
    for name, width, dark in LOOKS:
        page.open(files[name], width, dark=dark)
        assert page.value("document.documentElement.scrollWidth") <= width, f"{name} scrolls sideways"
        least, where = page.value(CONTRASTS)
        assert least >= 4.5, f"{where} is hard to read when {'dark' if dark else 'light'}"
        requests = {found["params"]["request"]["url"] for found in page.told("Network.requestWillBeSent")}
        assert requests == {files[name].as_uri()}
        assert not page.told("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        assert not page.told("Page.javascriptDialogOpening")
        ground = page.value("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, ground[4:-1].split(","))) < 200) is dark


def test_texts_of_the_plan_are_shown_letter_by_letter_in_their_own_direction(
    page: Page, files: dict[str, Path]
) -> None:
    page.open(files["hostile"], 1280)
    assert page.value("document.documentElement.scrollWidth") <= 1280
    titles = page.value("[...document.querySelectorAll('article > h3 bdi')].map((node) => node.innerText)")
    assert titles == list(HOSTILE)
    assert page.value("document.scripts.length + document.images.length") == 0
    page.value("document.body.insertAdjacentHTML('beforeend', '<p id=x style=\"color:red\">x</p>')")
    assert page.value("getComputedStyle(document.getElementById('x')).color") != "rgb(255, 0, 0)", "no policy"

    page.open(files["arabic"], 1280)
    side = "(node) => { const box = node.getBoundingClientRect(); return [box.left, box.right]; }"
    left, right = page.value(f"({side})(document.querySelector('article > h3 .name bdi'))")
    start, end = page.value(f"({side})(document.querySelector('article > h3'))")
    assert end - right < 60 and left - start > 300, "the title stands at the right"
    assert page.value("document.documentElement.lang + document.documentElement.dir") == "arrtl"
    sentence = "document.querySelector('.headline')"
    assert page.value(f"getComputedStyle({sentence}).direction + {sentence}.lang") == "ltren"
