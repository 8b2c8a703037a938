"""Which edition the tables are of, as the migrations noted it."""

from sqlalchemy import String, column, select, table

edition_of_tables = select(column("version_num", String)).select_from(table("alembic_version"))
