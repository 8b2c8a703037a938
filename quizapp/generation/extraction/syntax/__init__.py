"""The syntactic witness: clauses of the parse, matched against the frames of the catalogue."""
