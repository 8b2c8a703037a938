import pytest

from quizapp.generation import english


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("crossed", "cross"),
        ("went", "go"),
        ("found", "find"),
        ("founded", "found"),
        ("lay", "lie"),
        ("laid", "lay"),
        ("left", "leave"),
        ("travelled", "travel"),
        ("put", "put"),
        ("sold", "sell"),
        ("flown", "fly"),
        ("carries", "carry"),
        ("has", "have"),
        ("harbour", ""),
        ("Dunmere", ""),
    ],
)
def test_verbs_are_led_back_to_their_base(form: str, verb: str) -> None:
    assert english.base(form) == verb


def test_forms_of_verbs_are_told_apart() -> None:
    assert english.is_past("flew")
    assert not english.is_past("flown")
    assert english.is_participle("flown")
    assert not english.is_participle("flew")
    assert english.is_present("flies")
    assert not english.is_present("fly")
    assert english.is_base("fly")
    assert not english.is_base("climbers")
