"""Groups in the browser: made, joined by a link, looked after, left."""

import re

import pytest
from flask import Flask

from quizapp.services import groups
from tests.web.rounds.somebody import Somebody


def make(somebody: Somebody, name: str = "Class 9a") -> str:
    """The address of a new group."""
    somebody.look("/groups")
    answer = somebody.send("/groups", name=name)
    assert answer.status_code == 303, answer.text
    somebody.look(answer.location)
    return str(answer.location)


def invite_path(page: str) -> str:
    found = re.search(r"http://localhost(/groups/join/[\w-]+)", page)
    assert found, page
    return found[1]


def join(somebody: Somebody, path: str) -> str:
    """The address that the link has led to."""
    somebody.look(path)
    answer = somebody.send(path)
    assert answer.status_code == 303, answer.text
    somebody.look(answer.location)
    return str(answer.location)


@pytest.fixture
def group(alice: Somebody) -> str:
    """Alice, who has only begun to play, has made a group."""
    return make(alice)


def own_name(somebody: Somebody) -> str:
    found = re.search(r'site-nav__you"[^>]*>([^<]+)<', somebody.page)
    assert found
    return found[1]


def test_a_stranger_reads_what_groups_are_and_is_nobody_yet(alice: Somebody) -> None:
    assert alice.look("/groups").status_code == 200

    assert "You are in no group yet." in alice.page
    assert "No account is needed" in alice.page
    assert "site-nav__you" not in alice.page


def test_whoever_makes_a_group_sees_it_and_its_invite_link(alice: Somebody, group: str) -> None:
    assert "Class 9a" in alice.page
    assert "1 member, looked after by you" in alice.page
    assert invite_path(alice.page)
    assert f'href="{group}"' in alice.look("/groups").text


@pytest.mark.parametrize(("name", "reason"), [("", "Give the group a name."), ("x" * 41, "at most 40")])
def test_a_name_that_cannot_be_makes_no_group_and_nobody_a_guest(
    alice: Somebody, name: str, reason: str
) -> None:
    alice.look("/groups")

    answer = alice.send("/groups", name=name)

    assert answer.status_code == 400
    assert reason in answer.text
    assert "site-nav__you" not in alice.look("/groups").text


def test_one_group_too_many_is_refused_beside_the_field(
    alice: Somebody, group: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "MOST_GROUPS", 1)
    alice.look("/groups")

    answer = alice.send("/groups", name="Another")

    assert answer.status_code == 400
    assert "You are in 1 groups already." in answer.text


def test_a_visitor_joins_by_the_link_without_signing_in(
    alice: Somebody, charlie: Somebody, group: str
) -> None:
    path = invite_path(alice.page)
    charlie.look(path)
    assert "Class 9a" in charlie.page
    assert "1 member." in charlie.page
    assert "Log in first" in charlie.page

    assert join(charlie, path) == group

    assert "2 members, looked after by" in charlie.page
    assert charlie.look(path).location == group


def test_a_link_that_leads_nowhere_says_so_and_makes_nobody_a_guest(charlie: Somebody) -> None:
    assert charlie.look("/groups/join/nowhere").status_code == 404
    assert "Ask whoever sent it" in charlie.page
    charlie.look("/groups")

    assert charlie.send("/groups/join/nowhere").status_code == 404
    assert "site-nav__you" not in charlie.look("/groups").text


def test_members_see_each_others_standings(alice: Somebody, charlie: Somebody, group: str) -> None:
    join(charlie, invite_path(alice.page))
    alice.look("/")
    alice.start()
    alice.play_to_the_end(right=4)

    charlie.look(f"{group}?pack=solar-system")

    assert "4,000" in charlie.page
    assert "No points here yet:" in charlie.page
    assert "The Solar System: Timed rounds, all time" in charlie.page
    assert "You are in place 1 of 1 in this group." in alice.look(group).text
    assert "Nobody in the group stands here yet." in alice.look(f"{group}?clock=untimed").text


@pytest.mark.parametrize("query", ["period=year", "clock=fast", "pack=nowhere"])
def test_a_board_that_does_not_exist_is_not_found(alice: Somebody, group: str, query: str) -> None:
    assert alice.look(f"{group}?{query}").status_code == 404


def test_to_others_a_group_is_not_there(alice: Somebody, charlie: Somebody, group: str) -> None:
    assert charlie.look(group).status_code == 404
    charlie.look("/groups")

    for act in ("leave", "name", "invite", "members/remove", "owner", "dissolve"):
        assert charlie.send(f"{group}/{act}", name="Mine now", sure="yes").status_code == 404
    assert "Class 9a" in alice.look(group).text


def test_a_member_who_does_not_own_it_finds_no_such_buttons_and_is_refused(
    alice: Somebody, charlie: Somebody, group: str
) -> None:
    join(charlie, invite_path(alice.page))

    assert "Look after the group" not in charlie.page
    for act in ("name", "invite", "members/remove", "owner", "dissolve"):
        assert charlie.send(f"{group}/{act}", name="Mine now", sure="yes").status_code == 403


def test_an_owner_looks_after_the_group(alice: Somebody, charlie: Somebody, group: str) -> None:
    path = invite_path(alice.page)
    join(charlie, path)
    name = own_name(charlie)
    alice.look(group)

    assert alice.send(f"{group}/name", name="Class 10a").status_code == 303
    assert "The group has its new name." in alice.look(group).text
    assert "Class 10a" in alice.page
    assert "at least 2" in alice.send(f"{group}/name", name="x").text
    assert alice.send(f"{group}/invite").status_code == 303
    assert charlie.look(path).status_code == 404
    assert alice.send(f"{group}/members/remove", member=name).status_code == 303
    assert f"{name} is no longer in the group." in alice.look(group).text
    assert charlie.look(group).status_code == 404


def test_a_group_is_handed_over_and_left(alice: Somebody, charlie: Somebody, group: str) -> None:
    join(charlie, invite_path(alice.page))
    name = own_name(charlie)
    alice.look(group)

    assert alice.send(f"{group}/owner", member=name).status_code == 303
    assert "looks after the group now" in alice.look(group).text
    assert alice.send(f"{group}/leave").status_code == 303

    assert "You have left Class 9a." in alice.look("/groups").text
    assert "Look after the group" in charlie.look(group).text


def test_a_group_is_dissolved_only_with_a_tick(alice: Somebody, group: str) -> None:
    assert alice.send(f"{group}/dissolve").status_code == 400
    assert alice.look(group).status_code == 200

    assert alice.send(f"{group}/dissolve", sure="yes").status_code == 303
    assert "Class 9a is dissolved." in alice.look("/groups").text
    assert alice.look(group).status_code == 404


def test_nothing_is_done_without_a_token(app: Flask, alice: Somebody, group: str) -> None:
    for path in ("/groups", f"{group}/leave", f"{group}/dissolve", invite_path(alice.page)):
        assert alice.client.post(path, data={"sure": "yes"}).status_code == 400
    assert alice.look(group).status_code == 200


def test_pages_lead_to_the_groups(alice: Somebody, group: str) -> None:
    for page in ("/leaderboards", "/account"):
        assert 'href="/groups"' in alice.look(page).text
