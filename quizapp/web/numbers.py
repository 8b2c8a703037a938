"""Numbers of rows in addresses: one that no database can hold names nothing, so there is no such page."""

from werkzeug.routing import IntegerConverter


class RowNumber(IntegerConverter):
    """A whole number of at most 18 digits, which fits into 64 bits; `int` in the rules of all blueprints."""

    regex = r"\d{1,18}"
