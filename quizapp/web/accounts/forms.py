"""What the forms of accounts ask for. The rules for names and passwords are in `services`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, DecimalField, EmailField, Field, PasswordField, RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import Email, InputRequired, NumberRange, Optional, ValidationError

from quizapp.domain.round import LONGEST_STRETCH
from quizapp.errors import QuizError
from quizapp.services import names, passwords
from quizapp.services.players import Player

SHORTEST_STRETCH = 1.5
SUGGESTED_STRETCH = 2

PACES = (("timed", "Timed"), ("extended", "Extended"), ("relaxed", "Relaxed"))


class Form(FlaskForm):  # type: ignore[misc]
    """A form that proves it comes from our page."""


class SignUpForm(Form):
    """A name and a password are all that an account needs."""

    name = StringField(
        "Name",
        [InputRequired("Choose a name.")],
        description=f"{names.SHORTEST} to {names.LONGEST} characters. Everybody sees it on the leaderboards.",
    )
    password = PasswordField(
        "Password",
        [InputRequired("Choose a password.")],
        description=f"At least {passwords.SHORTEST} characters. A few words in a row are easy to remember.",
    )
    email = EmailField(
        "E-mail",
        [Optional(), Email("That does not look like an e-mail address.")],
        description="Only for whoever runs this site, to help you when you have lost your password.",
    )

    def validate_name(self, field: Field) -> None:
        """Say what is wrong with the name, whatever else is."""
        with _refusals_shown():
            names.checked_name(field.data)

    def validate_password(self, field: Field) -> None:
        """Say what is wrong with the password, whatever else is."""
        with _refusals_shown():
            passwords.checked_password(field.data, self.name.data or "")


class LogInForm(Form):
    """Name and password."""

    name = StringField("Name", [InputRequired("Give your name.")])
    password = PasswordField("Password", [InputRequired("Give your password.")])


class PasswordForm(Form):
    """The password so far, and the one from now on."""

    current = PasswordField("Password so far", [InputRequired("Give the password you have now.")])
    new = PasswordField(
        "New password",
        [InputRequired("Choose a password.")],
        description=f"At least {passwords.SHORTEST} characters.",
    )


class SettingsForm(Form):
    """How the player likes to play."""

    paces = PACES
    pace = RadioField(
        "Clock",
        choices=[SelectChoice(value, text) for value, text in PACES],
        description="Timed: 20 seconds a question. Extended: more of them. Relaxed: no clock. "
        "The last two share boards of their own.",
    )
    stretch = DecimalField(
        "Times as long, when extended",
        [
            InputRequired("Give a number, such as 2."),
            NumberRange(SHORTEST_STRETCH, LONGEST_STRETCH, "Extended time is 1.5 to 10 times as long."),
        ],
        places=1,
    )
    shortcuts = BooleanField("Keyboard shortcuts in a round")
    clock_shown = BooleanField("Show the clock while it runs")


class DeleteForm(Form):
    """An account is deleted with its password, a guest with a tick."""

    password = PasswordField("Password", [InputRequired("Give your password.")])
    sure = BooleanField("Yes, delete everything", [InputRequired("Tick the box if you are sure.")])


def settings_form(player: Player) -> SettingsForm:
    """The settings as the player has them."""
    form: SettingsForm = SettingsForm(formdata=None, obj=player)
    if player.pace != "extended":
        form.stretch.data = SUGGESTED_STRETCH
    return form


def delete_form(player: Player, **options: Any) -> DeleteForm:
    """What the player must give before everything goes."""
    form: DeleteForm = DeleteForm(**options)
    if player.is_guest:
        del form.password
    else:
        del form.sure
    return form


def say(field: Field, refusal: QuizError) -> None:
    """Show beside the field why the service refused."""
    field.errors = [str(refusal)]


@contextmanager
def _refusals_shown() -> Iterator[None]:
    try:
        yield
    except QuizError as refusal:
        raise ValidationError(str(refusal)) from refusal
