import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.code import ALPHABET, CodeError, fingerprint, new_code, parse

ROOT = bytes(range(32))


def test_a_fresh_code_is_read_back_and_carries_the_roots_fingerprint():
    code = new_code(ROOT)
    assert parse(str(code)) == code
    assert [len(part) for part in str(code).split("-")] == [5, 8, 16]
    assert code.fingerprint == fingerprint(ROOT) != fingerprint(ROOT[::-1])


def test_two_codes_differ():
    assert new_code(ROOT) != new_code(ROOT)


@pytest.mark.parametrize("spoil", [str.lower, lambda t: t.replace("-", " "), lambda t: f" {t}\n"])
def test_a_code_is_read_however_it_is_typed(spoil):
    code = new_code(ROOT)
    assert parse(spoil(str(code))) == code


def test_look_alike_letters_are_read_as_their_digits():
    assert parse("OIL00-" + "0" * 8 + "-" + "1" * 16) == ("01100", "0" * 8, "1" * 16)


@given(st.text(max_size=60))
def test_any_other_text_is_refused_and_not_repeated(text):
    letters = [char for char in text.upper() if char.isalnum()]
    if len(letters) == 29 and set(letters) <= set(ALPHABET + "ILO"):
        return
    with pytest.raises(CodeError) as raised:
        parse(text)
    assert len(text) < 4 or text not in str(raised.value)


def test_a_code_in_a_log_keeps_its_secret():
    code = new_code(ROOT)
    assert code.secret not in repr(code)
