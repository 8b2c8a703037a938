import pytest

from quizapp.domain.licence import open_licence


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc by-sa 3.0", "CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("CC-PDM-1.0", "Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
        ("Public domain", "public domain", ""),
        ("GFDL-1.3-or-later", "GNU FDL 1.3", "https://www.gnu.org/licenses/fdl-1.3.html"),
        ("GFDL-1.2", "GNU FDL 1.2", "https://www.gnu.org/licenses/old-licenses/fdl-1.2.html"),
    ],
)
def test_an_open_licence_has_a_name_and_an_address(text: str, name: str, url: str) -> None:
    assert open_licence(text) == (name, url)


@pytest.mark.parametrize(
    "text",
    [
        *("", "MIT", "All rights reserved", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC-BY-NC-SA-4.0", "CC-BY"),
        *("CC-BY-9.0", "not CC0-1.0", "CC0-1.0 but ask first", "public domain in Norway"),
    ],
)
def test_every_other_licence_is_closed(text: str) -> None:
    assert open_licence(text) is None
