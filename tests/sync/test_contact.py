import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import contact


@pytest.mark.parametrize(
    "text",
    [
        "89000000000",
        "+79000000000",
        "79000000000",
        "9000000000",
        "8 (900) 000-00-00",
        " +7 900 000 00 00 ",
        "8.900.000.00.00",
        "8 900\u00a0000–00–00",
    ],
)
def test_a_number_is_read_however_it_is_written(text):
    assert contact.phone(text) == "+79000000000"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "8900000000",
        "890000000000",
        "+89000000000",
        "+380500000000",
        "+7 700 000 00 00",
        "0000000000",
        "8 900 000-00-0o",
        "номер",
        "++79000000000",
        "٨٩٠٠٠٠٠٠٠٠٠",
    ],
)
def test_an_impossible_number_is_none(text):
    assert contact.phone(text) is None


@given(st.text(max_size=30))
def test_whatever_is_typed_gives_a_number_or_none(text):
    found = contact.phone(text)
    assert found is None or (found.startswith("+7") and len(found) == 12 and found[1:].isdecimal())


@given(st.from_regex("[349][0-9]{9}", fullmatch=True), st.sampled_from(["8", "+7", "7", ""]))
def test_every_spelling_of_a_number_is_the_same_number(ten, prefix):
    spelling = f"{prefix} ({ten[:3]}) {ten[3:6]}-{ten[6:8]}-{ten[8:]}"
    assert contact.phone(spelling) == f"+7{ten}"


@pytest.mark.parametrize(
    "text", ["Тест Тестов", "Ян", "O’Neil-Тест", "Анна-Мария", "李小龙", "José", "Т. Тестов", "Ёж"]
)
def test_a_name_may_be_of_any_script(text):
    assert contact.name(f"  {text} ") == text


@pytest.mark.parametrize(
    "text", ["", "Я", "---", "Тест1", "<b>", "a@b", "Т" * 61, "😀😀", "Т\u202e."]
)
def test_what_is_not_a_name_is_none(text):
    assert contact.name(text) is None


def test_an_address_needs_its_parts():
    assert contact.email(" test@example.org ") == "test@example.org"
    for text in (
        "test",
        "test@",
        "@example.org",
        "a b@example.org",
        "test@example",
        "a@b..c",
        "a@b.",
    ):
        assert contact.email(text) is None
