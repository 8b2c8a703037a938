"""The kinds of column that several rows share."""

from typing import Annotated

from sqlalchemy import BigInteger, ForeignKey, Integer, String
from sqlalchemy.orm import mapped_column

# SQLite numbers rows by itself only where the type is called INTEGER, which there holds 64 bits anyway.
LONG = BigInteger().with_variant(Integer, "sqlite")

RowId = Annotated[int, mapped_column(LONG, primary_key=True)]
PlayerId = Annotated[int, mapped_column(LONG, ForeignKey("player.id"))]
AttemptId = Annotated[int, mapped_column(LONG, ForeignKey("attempt.id"))]
DraftId = Annotated[int, mapped_column(LONG, ForeignKey("draft.id"))]
# Milliseconds since 1970 in UTC, and sums of points, outgrow 32 bits.
Moment = Annotated[int, mapped_column(BigInteger)]
Total = Annotated[int, mapped_column(BigInteger)]
# Ordered by bytes on every server, whatever its language: that is faster, and dates sort as dates.
BoardKey = Annotated[str, mapped_column(String().with_variant(String(collation="C"), "postgresql"))]
