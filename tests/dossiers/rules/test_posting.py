"""Numbers of envelopes count up with their check digits; papers given back survive the note."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.rules.giving_back import NOTE_MAX, note_with, papers_in
from motcua.dossiers.rules.lists.posting import check_digit, run_of_numbers

NAMES = st.lists(
    st.text(st.characters(categories=("L", "N"), include_characters=" "), min_size=1, max_size=40)
    .map(lambda name: " ".join(name.split()))
    .filter(bool),
    min_size=1,
    max_size=4,
)


def test_the_check_digit_is_that_of_the_standard() -> None:
    # The example of UPU S10: RN 47312482 9 GB.
    assert check_digit("47312482") == 9


def test_a_run_of_postal_numbers_keeps_letters_and_has_right_check_digits() -> None:
    assert run_of_numbers("RN473124829GB", 3) == (
        "RN473124829GB",
        f"RN47312483{check_digit('47312483')}GB",
        f"RN47312484{check_digit('47312484')}GB",
    )


def test_any_other_number_counts_its_last_digits_up() -> None:
    assert run_of_numbers("BC-0099/26A", 2) == ("BC-0099/26A", "BC-0099/27A")
    assert run_of_numbers("009", 3) == ("009", "010", "011")
    assert run_of_numbers("khong so", 3) == ("khong so",)


@given(st.integers(0, 10**8 - 1), st.integers(1, 100))
def test_a_run_never_repeats_a_number(start: int, count: int) -> None:
    serial = f"{start:08d}"
    run = run_of_numbers(f"EB{serial}{check_digit(serial)}VN", count)
    assert len(set(run)) == len(run) == count


@given(NAMES, st.text(st.characters(categories=("L",)), max_size=30))
def test_papers_given_back_are_read_again_from_the_note(names: list[str], note: str) -> None:
    told = note_with(names, note)
    assert papers_in(told) == (tuple(names), note)


@given(st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=40))
def test_a_note_of_papers_never_outgrows_its_field(names: list[str]) -> None:
    assert len(note_with(names, "")) <= NOTE_MAX
