"""Documents -> facts -> items. Pure functions of their input: no clock, no database, no web."""
