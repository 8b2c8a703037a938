"""What the forms of groups ask for. The rules for names are in `services`."""

from wtforms import Field, StringField
from wtforms.validators import InputRequired, ValidationError

from quizapp.errors import NameRefused
from quizapp.services.names import LONGEST_OF_GROUP, SHORTEST, checked_group_name
from quizapp.web.accounts.forms import Form


class NameForm(Form):
    """The name of a group."""

    name = StringField(
        "Name of the group",
        [InputRequired("Give the group a name.")],
        description=f"{SHORTEST} to {LONGEST_OF_GROUP} characters, such as the name of your class or team.",
    )

    def validate_name(self, field: Field) -> None:
        """Say what is wrong with the name before anybody becomes a guest for its sake."""
        try:
            checked_group_name(field.data)
        except NameRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
