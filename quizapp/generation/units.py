"""Units of measure: how English writes them, the one form that facts keep, and what each is worth."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

SCALES: Mapping[str, int] = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

# dimension -> unit -> (its worth in the first unit of the dimension, other ways to write it).
# A unit is kept in the plural that it has here; its singular is found with it.
_TABLE: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "length": {
        "metres": ("1", "metre meter meters m"),
        "kilometres": ("1000", "kilometre kilometer kilometers km kms"),
        "centimetres": ("0.01", "centimetre centimeter centimeters cm"),
        "millimetres": ("0.001", "millimetre millimeter millimeters mm"),
        "feet": ("0.3048", "foot ft"),
        "inches": ("0.0254", "inch"),
        "yards": ("0.9144", "yard"),
        "miles": ("1609.344", "mile"),
        "nautical miles": ("1852", "nautical_mile"),
        "fathoms": ("1.8288", "fathom"),
        "light-years": ("9460730472580800", "light-year light_year light_years"),
    },
    "area": {
        "square metres": ("1", "square_metre square_meter square_meters sq_m m² m2"),
        "square kilometres": (
            "1000000",
            "square_kilometre square_kilometer square_kilometers square_km sq_km km² km2",
        ),
        "square miles": ("2589988.11", "square_mile sq_mi"),
        "square feet": ("0.09290304", "square_foot sq_ft"),
        "hectares": ("10000", "hectare ha"),
        "acres": ("4046.8564", "acre"),
    },
    "mass": {
        "kilograms": ("1", "kilogram kilogramme kilogrammes kilo kilos kg"),
        "grams": ("0.001", "gram gramme grammes g"),
        "milligrams": ("0.000001", "milligram mg"),
        "tonnes": ("1000", "tonne"),
        "tons": ("1000", "ton"),
        "ounces": ("0.02834952", "ounce oz"),
        "pounds": ("0.45359237", "pound lb lbs"),
    },
    "volume": {
        "litres": ("1", "litre liter liters l"),
        "millilitres": ("0.001", "millilitre milliliter milliliters ml"),
        "cubic metres": ("1000", "cubic_metre cubic_meter cubic_meters m³ m3"),
        "cubic kilometres": ("1000000000000", "cubic_kilometre cubic_kilometer cubic_kilometers km³ km3"),
        "gallons": ("4.2", "gallon"),
        "barrels": ("159", "barrel"),
    },
    "density": {
        "grams per cubic centimetre": ("1", "grams_per_cubic_centimeter g/cm³ g/cm3"),
        "kilograms per cubic metre": ("0.001", "kilograms_per_cubic_meter kg/m³ kg/m3"),
        "kilograms per litre": ("1", "kilograms_per_liter kg/l"),
        "grams per litre": ("0.001", "grams_per_liter g/l"),
    },
    "speed": {
        "km/h": (
            "1",
            "kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour kph kmh",
        ),
        "mph": ("1.609344", "miles_per_hour miles_an_hour"),
        "knots": ("1.852", "knot"),
        "metres per second": ("3.6", "meters_per_second m/s"),
        "kilometres per second": ("3600", "kilometers_per_second km/s"),
    },
    "time": {
        "seconds": ("1", "second"),
        "minutes": ("60", "minute"),
        "hours": ("3600", "hour"),
        "days": ("86400", "day"),
        "weeks": ("604800", "week"),
        "months": ("2629746", "month"),
        "years": ("31556952", "year"),
        "centuries": ("3155695200", "century"),
    },
    "power": {
        "watts": ("1", "watt W"),
        "kilowatts": ("1000", "kilowatt kW"),
        "megawatts": ("1000000", "megawatt MW"),
        "gigawatts": ("1000000000", "gigawatt GW"),
        "horsepower": ("745.7", "hp"),
    },
    "frequency": {
        "hertz": ("1", "Hz"),
        "kilohertz": ("1000", "kHz"),
        "megahertz": ("1000000", "MHz"),
        "gigahertz": ("1000000000", "GHz"),
    },
    "memory": {
        "bytes": ("1", "byte"),
        "kilobytes": ("1000", "kilobyte KB kB"),
        "megabytes": ("1000000", "megabyte MB"),
        "gigabytes": ("1000000000", "gigabyte GB"),
        "terabytes": ("1000000000000", "terabyte TB"),
    },
    "Celsius": {
        "degrees Celsius": ("1", "degree_Celsius degrees_centigrade degrees_C °C"),
        "degrees Fahrenheit": ("0.5555556", "degree_Fahrenheit degrees_F °F"),
    },
    "angle": {"degrees": ("1", "degree °")},
    "share": {"per cent": ("1", "percent %")},
    "voltage": {"volts": ("1", "volt")},
    "loudness": {"decibels": ("1", "decibel dB")},
    "energy": {"calories": ("1", "calorie"), "kilocalories": ("1000", "kilocalorie kcal")},
}
CURRENCIES: Mapping[str, str] = {
    "dollars": "dollar", "euros": "euro", "crowns": "crown", "kroner": "krone", "kronor": "krona",
    "francs": "franc", "marks": "mark", "guilders": "guilder", "florins": "florin", "ducats": "ducat",
    "roubles": "rouble rubles ruble", "rupees": "rupee", "yen": "", "yuan": "", "lire": "lira",
    "pesos": "peso", "shillings": "shilling", "pence": "penny", "cents": "cent",
    "thalers": "thaler", "drachmas": "drachma",
}  # fmt: skip
SIGNS: Mapping[str, str] = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"}

_ODD_SINGULARS = frozenset(("foot", "inch", "century", "penny", "krone", "krona", "lira", "square foot"))
_WORDS = frozenset(("ton", "day"))


def _written() -> dict[str, str]:
    found = {unit: unit for units in _TABLE.values() for unit in units}
    for units in _TABLE.values():
        for unit, (_, others) in units.items():
            found |= {other.replace("_", " "): unit for other in others.split()}
    for unit, others in CURRENCIES.items():
        found |= {unit: unit} | dict.fromkeys(others.split(), unit)
    return found


_FORMS = _written()
_WORTH = {
    unit: (dimension, Decimal(worth))
    for dimension, units in _TABLE.items()
    for unit, (worth, _) in units.items()
}
_MONEY = "|".join(sorted({*CURRENCIES, *" ".join(CURRENCIES.values()).split(), "pounds"}))
_ALL = "|".join(
    re.escape(form).replace(r"\ ", "[ -]") for form in sorted(_FORMS, key=lambda form: (-len(form), form))
)
WRITTEN = rf"(?:[A-Z][a-z]+ (?=(?:{_MONEY})\b))?(?:{_ALL})"
_FREEZING_F = 32
QUANTITY = re.compile(
    r"(?P<digits>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?) "
    rf"(?:(?P<scale>{'|'.join(SCALES)}) )?(?P<unit>\D.*)"
)


def unit(written: str) -> str:
    """The unit that a text writes in any form, as facts keep it; the land of a currency stays before it."""
    if written in _FORMS:
        return _FORMS[written]
    land, _, rest = written.partition(" ")
    if land[:1].isupper() and rest in _FORMS:
        return f"{land} {_FORMS[rest]}"
    return _FORMS[written.replace("-", " ")]


def is_singular(written: str) -> bool:
    """Whether a text writes the unit for one: foot, metre, square kilometre."""
    return f"{written}s" in _FORMS or written in _ODD_SINGULARS


def is_short(written: str) -> bool:
    """Whether a text abbreviates the unit, as it may after digits only: m, sq km, GHz."""
    return len(written.split()[-1]) <= 3 and unit(written) != written and written not in _WORDS


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity taken apart: `digits` and `scale` as written, `unit` as facts keep it."""

    digits: str
    scale: str
    unit: str

    @property
    def dimension(self) -> str:
        """What is measured; the bare unit itself where it converts to no other."""
        return _WORTH[self.unit][0] if self.unit in _WORTH else _bare(self.unit)

    @property
    def is_money(self) -> bool:
        """Whether it is a sum, which converts to no other currency here."""
        return _bare(self.unit) in CURRENCIES or self.unit == "pounds"

    @property
    def worth(self) -> Decimal:
        """How much that is in the first unit of the dimension."""
        number = self._number - (_FREEZING_F if self.unit == "degrees Fahrenheit" else 0)
        return number * self._unit_worth

    def of(self, size: Decimal) -> Decimal:
        """A difference of that size in the last digits written, in the first unit of the dimension."""
        return size * SCALES.get(self.scale, 1) * self._unit_worth

    @property
    def _number(self) -> Decimal:
        return Decimal(self.digits.replace(",", "")) * SCALES.get(self.scale, 1)

    @property
    def _unit_worth(self) -> Decimal:
        return _WORTH.get(self.unit, ("", Decimal(1)))[1]


def quantity(content: str) -> Quantity:
    """A quantity as facts keep it, taken apart; ValueError for any other text."""
    found = QUANTITY.fullmatch(content)
    if found is None:
        raise ValueError(f"{content!r} is no quantity; write a number and a unit: 62 metres")
    return Quantity(found["digits"], found["scale"] or "", found["unit"])


def is_quantity(content: str) -> bool:
    """Whether a text is a quantity as facts keep it: a number and a known unit in the plural."""
    found = QUANTITY.fullmatch(content)
    return found is not None and _FORMS.get(_bare(found["unit"])) == _bare(found["unit"])


def _bare(unit: str) -> str:
    land, _, rest = unit.partition(" ")
    return rest if land[:1].isupper() and (rest in CURRENCIES or rest == "pounds") else unit
