"""Where a terminal turns right-to-left text round, each part of a line stays in its place and reads on."""

import pytest

from okrtui.model.reading_order import in_order
from tests.support.turning import seen

LINES = {
    "columns": ("✓ كتابة صفحات      تم 14/10 ▐│ يخدم", ["✓", "صفحات", "كتابة", "14/10", "تم", "▐│", "يخدم"]),
    "keys": ("a إضافة  ? مساعدة  / بحث", ["a", "إضافة", "?", "مساعدة", "/", "بحث"]),
    "the end of a sentence": ("  متفق عليه.   40", [".", "عليه", "متفق", "40"]),
    "a percentage at the end": ("زيادة بنسبة 50 %   1", ["%", "50", "بنسبة", "زيادة", "1"]),
    "a number before its words": ("58 %، على المسار   40", ["المسار", "على", "58", "40"]),
    "an amount with a point": ("29.1 في ديسمبر   40", ["ديسمبر", "في", "29.1", "40"]),
    "a number that ends the sentence before": ("52. يلزم كثير   40", ["كثير", "يلزم", "52", "40"]),
    "a number that begins a bold sentence": ("**11 من كثير**   40", ["كثير", "من", "11", "40"]),
    "the place of a key result": ("1.2 زيادة القراء", ["1.2", "القراء", "زيادة"]),
    "a Latin word within": ("تقرير CRM الشهري   40", ["الشهري", "CRM", "تقرير", "40"]),
    "what somebody said": ("«تعب كثير» (9 نوفمبر)   40", ["نوفمبر", "9", "كثير", "تعب", "40"]),
    "a sentence that names a title": ("Objective 'بناء قناة' is late", ["Objective", "قناة", "بناء", "is late"]),
}


@pytest.mark.parametrize("line, parts", LINES.values(), ids=LINES)
def test_parts_of_a_line_stand_where_they_belong(line: str, parts: list[str]) -> None:
    rest = seen(in_order(line))
    for part in parts:
        drawn = part[::-1] if part[0] > "\u0590" and part.isalpha() else part
        assert drawn in rest, f"{part} is not there, or too far to the left: {seen(in_order(line))}"
        rest = rest.split(drawn, 1)[1]


def test_a_line_that_is_read_from_the_left_is_printed_as_it_is() -> None:
    line = "✓ Publier cinq pages 計画      fait le 14/10"
    assert in_order(line) == line
